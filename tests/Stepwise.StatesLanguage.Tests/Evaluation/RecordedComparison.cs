using System.Text.RegularExpressions;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>Compares values with recorded ones: what the recording has replaced matches anything.</summary>
internal sealed partial class RecordedComparison(IReadOnlyList<string> placeholders)
{
    private static readonly HashSet<string> _alwaysReplaced = new(["timestamp", "date", "RequestId", "X-Amzn-Trace-Id", "x-amzn-RequestId", "snf_role_arn", "RandomNumberGenerated"], StringComparer.Ordinal);

    public bool IsSame(JsonValue expected, JsonValue actual) => (expected, actual) switch
    {
        (JsonString text, _) when IsReplaced(text.Value) => true,

        // The name of a resource that was made for the recording: the input still has what made it.
        (JsonString, JsonString other) when other.Value.StartsWith("fx.", StringComparison.Ordinal) => true,
        (JsonString text, JsonString other) => IsSameText(text.Value, other.Value),
        (JsonNumber left, JsonNumber right) => left.ToDouble().Equals(right.ToDouble()),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => IsSame(pair.First, pair.Second)),
        (JsonObject left, JsonObject right) => left.Count == right.Count && left.Members.All(member => right[member.Name] is { } value && IsSame(member.Value, value)),
        _ => expected == actual,
    };

    /// <summary>Texts are the same when they are so with their dates replaced, and anything in the place of <c>&lt;name:1&gt;</c>.</summary>
    public static bool IsSameText(string expected, string actual)
    {
        var pattern = string.Join(".*", Replacement().Split(Date().Replace(expected, "date")).Select(Regex.Escape));
        return Regex.IsMatch(Date().Replace(actual, "date"), @"\A" + pattern + @"\z", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
    }

    private bool IsReplaced(string text) => _alwaysReplaced.Contains(text) || placeholders.Contains(text);

    [GeneratedRegex("<[A-Za-z][A-Za-z0-9_-]*(?::[0-9]+)?>")]
    private static partial Regex Replacement();

    [GeneratedRegex(@"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)")]
    private static partial Regex Date();
}
