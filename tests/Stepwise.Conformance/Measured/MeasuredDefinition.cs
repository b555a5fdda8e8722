using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Conformance.Measured;

/// <summary>A definition that was sent to AWS's <c>ValidateStateMachineDefinition</c> or to <c>CreateStateMachine</c>.</summary>
internal static class MeasuredDefinition
{
    public static IReadOnlyList<string> Check(MeasuredCase @case)
    {
        var definition = @case.Content["definition"] switch
        {
            JsonString text => text.Value,
            { } value => value.ToJson(),
            null => throw new InvalidDataException("The case has no definition."),
        };
        var type = @case.Content.Text("type") == "EXPRESS" ? StateMachineType.Express : StateMachineType.Standard;
        var errors = DefinitionValidator.Validate(definition, new() { Type = type }).Where(diagnostic => diagnostic.Severity == DefinitionSeverity.Error).ToList();
        if (@case.Content.Text("expected") == "valid")
        {
            return [.. errors.Select(error => $"refused: {error}")];
        }

        var found = new List<string>();
        var wanted = @case.Content["diagnostics"] is JsonArray all ? all.OfType<JsonObject>().ToList() : [];
        if (@case.Content["code"] is not null || @case.Content["message"] is not null || @case.Content["location"] is not null)
        {
            wanted.Add(@case.Content);
        }

        var rest = new List<DefinitionDiagnostic>(errors);
        foreach (var diagnostic in wanted)
        {
            if (rest.Find(error => IsAsMeasured(error, diagnostic)) is { } match)
            {
                rest.Remove(match);
            }
            else
            {
                found.Add($"no {diagnostic.Text("code")} '{diagnostic.Text("message")}' at {diagnostic.Text("location")}, but {(errors.Count == 0 ? "nothing" : string.Join("; ", errors))}");
            }
        }

        if (errors.Count == 0)
        {
            found.Add("accepted");
        }
        else if (@case.Content["diagnosticsAreAll"] == JsonBoolean.True && found.Count == 0)
        {
            found.AddRange(rest.Select(error => $"one more: {error}"));
        }

        return found;
    }

    /// <summary>After AWS's message, the validator says what to write instead.</summary>
    private static bool IsAsMeasured(DefinitionDiagnostic error, JsonObject measured)
        => (measured.Text("code") is not { } code || error.Code == code)
            && (measured.Text("message") is not { } message || error.Message.StartsWith(message, StringComparison.Ordinal))
            && (measured.Text("location") is not { } location || error.Path.ToString() == location);
}
