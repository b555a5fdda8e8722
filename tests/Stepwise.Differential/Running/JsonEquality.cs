using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Stepwise.Differential.Running;

/// <summary>Equality of values on the wire: a member that is null equals one that is missing, numbers are doubles, and Guids and instants are equal whatever their spelling.</summary>
internal static partial class JsonEquality
{
    private const double LeastRounded = 4_503_599_627_370_496;

    private static readonly TimeSpan _mostExact = TimeSpan.FromDays(17 * 365);

    /// <summary>Whether two values are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="isRounded">Whether integers beyond 2^53 are equal if rounding explains the difference: Step Functions computes with doubles. Default: false.</param>
    public static bool AreEqual(JsonNode? left, JsonNode? right, bool isRounded = false)
    {
        switch (left, right)
        {
            case (null, null):
                return true;
            case (JsonObject one, JsonObject other):
                return one.Where(static member => member.Value is not null).All(member => other.TryGetPropertyValue(member.Key, out var value) && AreEqual(member.Value, value, isRounded))
                    && other.Where(static member => member.Value is not null).All(member => one[member.Key] is not null);
            case (JsonArray one, JsonArray other):
                return one.Count == other.Count && one.Zip(other).All(pair => AreEqual(pair.First, pair.Second, isRounded));
            case (JsonValue, JsonValue) when left!.GetValueKind() == right!.GetValueKind():
                return left.GetValueKind() switch
                {
                    JsonValueKind.Number => AreEqual(Number(left), Number(right), isRounded),
                    JsonValueKind.String => AreEqual(left.GetValue<string>(), right.GetValue<string>()),
                    _ => true,
                };
            default:
                return false;
        }
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) + 0.0;

    /// <summary>Integers beyond 2^53 are not exact in Step Functions, as ASL304 says. A result of half that size may have been computed from one.</summary>
    private static bool AreEqual(double left, double right, bool isRounded) => left.Equals(right) || (isRounded && Math.Abs(left) > LeastRounded && Math.Abs(left - right) < Math.Abs(left) * 1e-12);

    private static bool AreEqual(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        // The text of a Guid is the text in the JSON, which C# writes in lower case. The documentation says so.
        if (left.Length == right.Length && string.Equals(left, right, StringComparison.OrdinalIgnoreCase) && GuidText().Replace(left, LowerCase) == GuidText().Replace(right, LowerCase))
        {
            return true;
        }

        // A TimeSpan of more than 17 years is not exact to the tick. The documentation says so.
        if (IsDuration(left, out var first) && IsDuration(right, out var second))
        {
            return first.Duration() > _mostExact && (first - second).Duration() < TimeSpan.FromMilliseconds(1);
        }

        return InstantText().IsMatch(left) && InstantText().IsMatch(right)
            && DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, out var one) && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, out var other)
            && one == other;
    }

    /// <summary>Whether a text is a TimeSpan as .NET writes it. .NET reads other texts too, such as '1' and '01'.</summary>
    private static bool IsDuration(string text, out TimeSpan duration) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out duration) && duration.ToString("c", CultureInfo.InvariantCulture) == text;

#pragma warning disable CA1308 // The text of a Guid is in lower case.
    private static string LowerCase(Match match) => match.Value.ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex GuidText();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T")]
    private static partial Regex InstantText();
}
