using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata;

namespace Stepwise.Conformance.Jsonata;

/// <summary>Evaluates a case and compares what comes out with what is expected.</summary>
internal static class JsonataCaseRunner
{
    /// <summary>A case without a limit must end too.</summary>
    private static readonly TimeSpan _defaultTimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>The limits of the suite are meant for a machine with nothing else to do. A case that must come to a result gets more time, so that a busy machine does not fail it; one that must run into its limit does not.</summary>
    private const int Patience = 10;

    /// <summary>Runs a case.</summary>
    /// <returns>Null when it passes, otherwise what came out instead.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception of any other type fails the case, and the next ones are still run.")]
    public static string? Run(JsonataCase @case)
    {
        if (@case.Problem is not null)
        {
            return @case.Problem;
        }

        JsonValue? result;
        try
        {
            result = Evaluate(@case);
        }
        catch (JsonataException error)
        {
            return @case.Error is null ? $"{error.Code} ({error.Message}) instead of {Show(@case.Result)}" : Difference(@case.Error, error);
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }

        if (@case.Error is not null)
        {
            return $"{Show(result)} instead of the error {@case.Error}";
        }

        return IsSame(@case.Result, result, @case.IsUnordered) ? null : $"{Show(result)} instead of {Show(@case.Result)}";
    }

    private static JsonValue? Evaluate(JsonataCase @case)
    {
        var options = new JsonataOptions
        {
            Bindings = @case.Bindings.Members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
            TimeLimit = (@case.Error is null ? @case.TimeLimit * Patience : @case.TimeLimit) ?? _defaultTimeLimit,
        };
        return JsonataExpression.Parse(@case.Expression).Evaluate(@case.Input, @case.Depth is { } depth ? options with { MaxDepth = depth } : options);
    }

    private static string? Difference(JsonObject expected, JsonataException error)
    {
        foreach (var member in expected.Members)
        {
            var isSame = member.Name switch
            {
                "code" => member.Value == error.Code,
                "message" => member.Value == error.Message,
                "token" => error.Token is { } token && member.Value == token,
                "value" => IsSame(member.Value, error.Value, isUnordered: false),
                "position" => member.Value == error.Position,
                "functionName" => member.Value is JsonString name && error.Message.Contains(name.Value, StringComparison.Ordinal),
                _ => false,
            };
            if (!isSame)
            {
                return $"{error.Code} ({error.Message}, token '{error.Token}') instead of the error {expected}";
            }
        }

        return null;
    }

    /// <summary>JavaScript has doubles only, so numbers are compared as doubles.</summary>
    private static bool IsSame(JsonValue? expected, JsonValue? actual, bool isUnordered) => (expected, actual) switch
    {
        (null, null) => true,
        (JsonNumber left, JsonNumber right) => left.ToDouble().Equals(right.ToDouble()),
        (JsonArray left, JsonArray right) => left.Count == right.Count && (isUnordered ? IsPermutation(left, right) : left.Zip(right).All(pair => IsSame(pair.First, pair.Second, isUnordered: false))),
        (JsonObject left, JsonObject right) => left.Count == right.Count && left.Members.All(member => right[member.Name] is { } value && IsSame(member.Value, value, isUnordered: false)),
        _ => expected == actual,
    };

    private static bool IsPermutation(JsonArray expected, JsonArray actual)
    {
        var rest = actual.ToList();
        foreach (var item in expected)
        {
            var at = rest.FindIndex(other => IsSame(item, other, isUnordered: false));
            if (at < 0)
            {
                return false;
            }

            rest.RemoveAt(at);
        }

        return true;
    }

    private static string Show(JsonValue? value)
    {
        var text = value?.ToJson() ?? "nothing";
        return text.Length <= 300 ? text : string.Concat(text.AsSpan(0, 300), "...");
    }
}
