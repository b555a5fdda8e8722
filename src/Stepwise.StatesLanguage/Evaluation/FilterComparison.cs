using System.Globalization;
using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Compares the two operands of a condition. An operand whose path finds nothing is not equal to anything, not even to itself.</summary>
internal static class FilterComparison
{
    /// <summary>The operators. An operator comes before those that are its prefix.</summary>
    public static IReadOnlyList<string> Operators { get; } =
        ["===", "!==", "==", "!=", "<=", ">=", "=~", "<", ">", "subsetof", "noneof", "anyof", "contains", "empty", "size", "nin", "in", "all"];

    public static bool Holds(JsonValue? left, string @operator, JsonValue? right, FilterOperand rightOperand) => @operator switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "===" => left?.Kind == right?.Kind && AreEqual(left, right),
        "!==" => !(left?.Kind == right?.Kind && AreEqual(left, right)),
        "<" => Order(left, right) < 0,
        "<=" => Order(left, right) <= 0,
        ">" => Order(left, right) > 0,
        ">=" => Order(left, right) >= 0,
        "=~" => Matches(left, rightOperand.Pattern),
        "in" => right is JsonArray items && Contains(items, left),
        "nin" => right is JsonArray items && !Contains(items, left),
        "contains" => left switch
        {
            JsonArray items => Contains(items, right),
            JsonString text => right is JsonString part && text.Value.Contains(part.Value, StringComparison.Ordinal),
            _ => false,
        },
        "all" => left is JsonArray items && right is JsonArray wanted && wanted.All(value => Contains(items, value)),
        "subsetof" => left is JsonArray items && right is JsonArray others && items.All(value => Contains(others, value)),
        "anyof" => left is JsonArray items && right is JsonArray others && items.Any(value => Contains(others, value)),
        "noneof" => left is JsonArray items && right is JsonArray others && !items.Any(value => Contains(others, value)),
        "size" => right is JsonNumber number && number.TryGetInt64(out var size) && Size(left) == size,
        "empty" => right is JsonBoolean isEmpty && Size(left) is { } count && (count == 0) == isEmpty.Value,
        _ => false,
    };

    /// <summary>Whether two values are equal. A string that is a number equals the number.</summary>
    private static bool AreEqual(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (null, _) or (_, null) => false,
        (JsonNumber number, JsonString text) => IsNumber(text.Value, number),
        (JsonString text, JsonNumber number) => text.Value == number.ToJson(),
        _ => left == right,
    };

    private static bool IsNumber(string text, JsonNumber number)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value.Equals(number.ToDouble());

    /// <summary>Compares two numbers or two strings. Returns null for other values, for which every comparison is false.</summary>
    private static int? Order(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (JsonNumber a, JsonNumber b) => a.TryGetInt64(out var first) && b.TryGetInt64(out var second) ? first.CompareTo(second) : a.ToDouble().CompareTo(b.ToDouble()),
        (JsonString a, JsonString b) => string.CompareOrdinal(a.Value, b.Value),
        _ => null,
    };

    private static bool Matches(JsonValue? value, Regex? pattern)
    {
        if (pattern is null || value is not (JsonString or JsonNumber or JsonBoolean))
        {
            return false;
        }

        try
        {
            return pattern.IsMatch(JsonText.ToText(value));
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new EvaluationException(ErrorNames.Runtime, $"The regular expression {pattern} takes too long.", inner: exception);
        }
    }

    private static bool Contains(JsonArray items, JsonValue? value) => items.Any(item => AreEqual(item, value));

    private static int? Size(JsonValue? value) => value switch
    {
        JsonArray array => array.Count,
        JsonObject @object => @object.Count,
        JsonString text => text.Value.Length,
        _ => null,
    };
}
