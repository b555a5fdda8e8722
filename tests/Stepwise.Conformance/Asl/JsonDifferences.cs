using System.Globalization;
using System.Text.RegularExpressions;
using Stepwise.Json;

namespace Stepwise.Conformance.Asl;

/// <summary>Finds where a value differs from a recorded one, in which some texts stand for anything.</summary>
/// <param name="placeholders">Texts that stand for anything, beside those that always do.</param>
/// <param name="optionalMembers">Members that may be there on one side only.</param>
internal sealed partial class JsonDifferences(IEnumerable<string> placeholders, IReadOnlyList<string> optionalMembers)
{
    /// <summary>Whole texts that the recordings have in place of what differs from run to run.</summary>
    private static readonly string[] _alwaysAnything =
    [
        "timestamp", "RequestId", "X-Amzn-Trace-Id", "x-amzn-RequestId", "snf_role_arn", "sfn_role_arn", "map_run_arn", "activity_arn", "a_task_token", "RandomNumberGenerated",
        "start-date", "stop-date", "start-time", "entered-time",
    ];

    /// <summary>A request id in place of which the recording has lost a quote.</summary>
    private const string Defect = ":<request-id>\"";

    private readonly HashSet<string> _anything = new([.. _alwaysAnything, .. placeholders], StringComparer.Ordinal);
    private readonly List<string> _found = [];

    /// <summary>The differences so far, each with its JSON pointer and both values.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Compares two values.</summary>
    /// <param name="at">The JSON pointer.</param>
    /// <param name="expected">What was recorded; null for nothing.</param>
    /// <param name="actual">What came out; null for nothing.</param>
    public void Compare(string at, JsonValue? expected, JsonValue? actual)
    {
        switch (expected, actual)
        {
            case (JsonString wanted, _) when actual is not null && (_anything.Contains(wanted.Value) || DataOfEvent().IsMatch(wanted.Value)):
                break;
            case (JsonObject wanted, JsonObject given):
                CompareMembers(at, wanted, given);
                break;
            case (JsonArray wanted, JsonArray given) when wanted.Count == given.Count:
                for (var i = 0; i < wanted.Count; i++)
                {
                    Compare(string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"), wanted[i], given[i]);
                }

                break;
            case (JsonObject or JsonArray, JsonString text) when TryParse(text.Value) is { } given && given.Kind == expected.Kind:
                Compare(at, expected, given);
                break;
            case (JsonString wanted, JsonString given):
                if (!IsSame(wanted.Value, given.Value))
                {
                    CompareTexts(at, wanted, given);
                }

                break;
            default:
                if (!IsSame(expected, actual))
                {
                    Report(at, expected, actual);
                }

                break;
        }
    }

    /// <summary>Notes a difference.</summary>
    public void Report(string at, JsonValue? expected, JsonValue? actual) => _found.Add($"{(at.Length == 0 ? "/" : at)}: {Show(actual)} instead of {Show(expected)}");

    private static string Show(JsonValue? value)
    {
        var text = value?.ToJson() ?? "nothing";
        return text.Length <= 400 ? text : string.Concat(text.AsSpan(0, 400), "...");
    }

    private void CompareMembers(string at, JsonObject expected, JsonObject actual)
    {
        foreach (var name in expected.Members.Concat(actual.Members).Select(member => member.Name).Distinct(StringComparer.Ordinal))
        {
            if (!IsOfTheCall(name) && !(IsErrorOfFunction(expected) && name is "stackTrace" or "requestId") && !(optionalMembers.Contains(name) && (expected[name] is null || actual[name] is null)))
            {
                Compare($"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", expected[name], actual[name]);
            }
        }
    }

    /// <summary>What describes the HTTP call.</summary>
    private static bool IsOfTheCall(string name) => name is "SdkHttpMetadata" or "SdkResponseMetadata" or "AllHttpHeaders" or "HttpHeaders";

    /// <summary>What Lambda makes of an exception: its trace and the id of the request come from the function's own code and run.</summary>
    private static bool IsErrorOfFunction(JsonObject expected) => expected["errorType"] is not null && expected["errorMessage"] is not null;

    private void CompareTexts(string at, JsonString expected, JsonString actual)
    {
        if (TryParse(expected.Value) is { } wanted && TryParse(actual.Value) is { } given && wanted.Kind == given.Kind && wanted is JsonObject or JsonArray)
        {
            Compare(at, wanted, given);
        }
        else
        {
            Report(at, expected, actual);
        }
    }

    private static bool IsSame(string expected, string actual)
        => string.Equals(expected, actual, StringComparison.Ordinal)
            || IsOfTheTest(actual)
            || (expected.IndexOf(Defect, StringComparison.Ordinal) is >= 0 and var end && actual.StartsWith(expected[..(end + 1)], StringComparison.Ordinal))
            || (MayVary(expected) && Pattern(expected).IsMatch(WithoutDates(actual)))
            || (TryParse(expected) is JsonString or JsonNumber && IsSameInside(expected, actual));

    private static bool IsSameInside(string expected, string actual) => (TryParse(expected), TryParse(actual)) switch
    {
        (JsonString wanted, JsonString given) => IsSame(wanted.Value, given.Value),
        (JsonNumber wanted, JsonNumber given) => IsSame(wanted, given),
        _ => false,
    };

    /// <summary>What the recorded test made before it ran: a case can only name the Python call that made it.</summary>
    private static bool IsOfTheTest(string actual) => StandIn().IsMatch(actual);

    private static bool MayVary(string expected) => Placeholder().IsMatch(expected) || expected.Contains("date", StringComparison.Ordinal);

    private static Regex Pattern(string expected)
        => new($"^{string.Join(".*", Placeholder().Split(WithoutDates(expected)).Select(Regex.Escape))}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static string WithoutDates(string text) => Date().Replace(text, "date");

    private static bool IsSame(JsonValue? expected, JsonValue? actual)
        => expected is JsonNumber wanted && actual is JsonNumber given ? wanted.ToDouble().Equals(given.ToDouble()) : expected == actual;

    private static JsonValue? TryParse(string text) => JsonValue.TryParse(text, new JsonReadOptions { DuplicateNames = DuplicateNames.Keep }, out var value, out _) ? value : null;

    [GeneratedRegex("<[A-Za-z][A-Za-z0-9_.:-]*>|activity_arn", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    /// <summary>Where data was left out its place stands: <c>stateExitedEventDetails.output</c>.</summary>
    [GeneratedRegex(@"^\w+EventDetails\.\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex DataOfEvent();

    [GeneratedRegex(@"^""?[a-z_]\w*(\.\w+)+\(\)", RegexOptions.CultureInvariant)]
    private static partial Regex StandIn();

    [GeneratedRegex(@"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
