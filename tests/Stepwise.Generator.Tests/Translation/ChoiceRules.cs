using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Evaluates the rules of a JSONPath Choice: the operators that the translator writes. A test of a missing path fails, except IsPresent.</summary>
internal static class ChoiceRules
{
    public static bool Evaluate(ChoiceTest test, JsonObject document) => test switch
    {
        AndTest and => and.Rules.All(rule => Evaluate(rule, document)),
        OrTest or => or.Rules.Any(rule => Evaluate(rule, document)),
        NotTest not => !Evaluate(not.Rule, document),
        ComparisonTest comparison => Compare(comparison, document),
        _ => throw new InvalidOperationException(),
    };

    private static bool Compare(ComparisonTest test, JsonObject document)
    {
        var isThere = TryRead(test.Variable, document, out var value);
        if (test.Operator == "IsPresent")
        {
            return isThere == ((JsonBoolean)test.Operand).Value;
        }

        if (!isThere)
        {
            throw new PathException(test.Variable);
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        switch (test.Operator)
        {
            case "IsNull": return kind is JsonValueKind.Null == ((JsonBoolean)test.Operand).Value;
            case "IsString": return kind is JsonValueKind.String;
            case "IsNumeric": return kind is JsonValueKind.Number;
            case "IsBoolean": return kind is JsonValueKind.True or JsonValueKind.False;
            case "StringMatches":
                return kind is JsonValueKind.String && Matches(value!.GetValue<string>(), ((JsonString)test.Operand).Value);
        }

        var (name, isPath) = test.Operator.EndsWith("Path", StringComparison.Ordinal) ? (test.Operator[..^4], true) : (test.Operator, false);
        JsonNode? operand;
        if (isPath)
        {
            var path = ((JsonString)test.Operand).Value;
            if (!TryRead(path, document, out operand))
            {
                throw new PathException(path);
            }
        }
        else
        {
            operand = JsonNode.Parse(test.Operand.ToJson());
        }

        var other = operand?.GetValueKind() ?? JsonValueKind.Null;
        if (name.StartsWith("Boolean", StringComparison.Ordinal))
        {
            return kind is JsonValueKind.True or JsonValueKind.False && kind == other;
        }

        if (name.StartsWith("Numeric", StringComparison.Ordinal))
        {
            return kind is JsonValueKind.Number && other is JsonValueKind.Number && Order(name["Numeric".Length..], Number(value!).CompareTo(Number(operand!)));
        }

        if (kind is not JsonValueKind.String || other is not JsonValueKind.String)
        {
            return false;
        }

        var (left, right) = (value!.GetValue<string>(), operand!.GetValue<string>());
        return name.StartsWith("Timestamp", StringComparison.Ordinal)
            ? Order(name["Timestamp".Length..], DateTimeOffset.Parse(left, CultureInfo.InvariantCulture).CompareTo(DateTimeOffset.Parse(right, CultureInfo.InvariantCulture)))
            : Order(name["String".Length..], string.CompareOrdinal(left, right));
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool Order(string name, int order) => name switch
    {
        "Equals" => order == 0,
        "LessThan" => order < 0,
        "LessThanEquals" => order <= 0,
        "GreaterThan" => order > 0,
        "GreaterThanEquals" => order >= 0,
        _ => throw new InvalidOperationException(name),
    };

    private static bool Matches(string text, string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
                regex.Append(Regex.Escape(pattern[i].ToString()));
            }
            else
            {
                regex.Append(pattern[i] == '*' ? ".*" : Regex.Escape(pattern[i].ToString()));
            }
        }

        return Regex.IsMatch(text, regex + "\\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    private static bool TryRead(string path, JsonNode document, out JsonNode? value)
    {
        value = document;
        foreach (Match step in Regex.Matches(path[1..], @"\.(?<name>\w+)|\['(?<name>[^']+)'\]|\[(?<index>-?\d+)\]"))
        {
            if (step.Groups["index"] is { Success: true } index)
            {
                var position = int.Parse(index.Value, CultureInfo.InvariantCulture);
                if (value is not JsonArray array || (position < 0 ? position += array.Count : position) < 0 || position >= array.Count)
                {
                    return false;
                }

                value = array[position];
            }
            else if (value is not JsonObject target || !target.TryGetPropertyValue(step.Groups["name"].Value, out value))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class PathException(string path) : Exception("Nothing at " + path);
