using Stepwise.Conformance.Asl;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Conformance.Measured;

/// <summary>An execution, as a recorded one, of which perhaps only a part was measured.</summary>
internal static class MeasuredExecution
{
    private static readonly HashSet<string> _fields = new(
        ["status", "output", "outputText", "error", "cause", "causeJson", "causeContains", "causeStart", "noError", "noCause", "lastEventId", "elapsedSeconds"], StringComparer.Ordinal);

    public static async Task<IReadOnlyList<string>> RunAsync(MeasuredCase @case)
    {
        var recorded = AslCaseReader.ReadCase(@case.Name, @case.Content);
        var given = recorded.Given with { Input = @case.Content.Text("inputText") is { } text ? JsonValue.Parse(text) : recorded.Given.Input };
        using var buckets = @case.Content["bucket"] is JsonObject objects ? new MeasuredBuckets(objects) : null;
        var execution = await AslCaseRunner.RunAsync(given, buckets?.Folder);
        return Compare(@case, recorded.Record, execution);
    }

    private static IReadOnlyList<string> Compare(MeasuredCase @case, AslRecord record, LocalExecution execution)
    {
        if (record.Outcome.Members.FirstOrDefault(static member => !_fields.Contains(member.Name)) is { Name: { } unknown })
        {
            throw new InvalidDataException($"The field '{unknown}' of what is expected is not known.");
        }

        if (record.Outcome.Count == 0 && record.Events is null)
        {
            throw new InvalidDataException("The case does not say what is expected.");
        }

        List<string> found = [.. AslComparison.Outcome(record, execution).Where(difference => IsMeasured(record.Outcome, difference))];
        var cause = execution.Cause ?? "";
        Check(record.Outcome.Text("causeContains") is { } part && !cause.Contains(part, StringComparison.Ordinal), "causeContains", cause, record.Outcome.Text("causeContains"));
        Check(record.Outcome.Text("causeStart") is { } start && !cause.StartsWith(start, StringComparison.Ordinal), "causeStart", cause, record.Outcome.Text("causeStart"));
        Check(record.Outcome["noError"] is not null && execution.Error is not null, "error", execution.Error, "nothing");
        Check(record.Outcome["noCause"] is not null && execution.Cause is not null, "cause", execution.Cause, "nothing");
        if (record.Outcome["lastEventId"] is JsonNumber last)
        {
            Check(execution.Events[^1].Id != (long)last.ToDouble(), "lastEventId", execution.Events[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture), last.ToJson());
        }

        if (record.Outcome["elapsedSeconds"] is JsonNumber seconds)
        {
            Check(execution.Elapsed != TimeSpan.FromSeconds(seconds.ToDouble()), "elapsed", execution.Elapsed.ToString(), seconds.ToJson());
        }

        return [.. found, .. record.Events is { } events ? Events(record, events, execution) : []];

        void Check(bool differs, string at, string? actual, string? expected)
        {
            if (differs)
            {
                found.Add($"/{at}: {actual} instead of {expected}");
            }
        }
    }

    /// <summary>A field of the outcome that the case does not name was not measured.</summary>
    private static bool IsMeasured(JsonObject expected, string difference)
    {
        var field = difference.Split(':', '/')[1];
        return expected[field] is not null || (field == "cause" && expected["causeJson"] is not null) || (field == "output" && expected["outputText"] is not null);
    }

    /// <summary>Compares the events. A measured event may have only some of its members.</summary>
    private static IReadOnlyList<string> Events(AslRecord record, IReadOnlyList<JsonObject> expected, LocalExecution execution)
    {
        var differences = record.Differences();
        for (var i = 0; i < Math.Max(expected.Count, execution.Events.Count); i++)
        {
            var actual = i < execution.Events.Count ? execution.Events[i].ToJson() : null;
            var measured = i < expected.Count ? Flat(expected[i]) : null;
            differences.Compare($"/events/{i}", measured, measured is not null && actual is not null ? Part(measured, actual) : actual);
        }

        return differences.Found;
    }

    /// <summary>An event as AWS writes it: the details stand beside the type, and not in a member of their own.</summary>
    private static JsonObject Flat(JsonObject measured)
        => measured["details"] is JsonObject details ? JsonObject.Create([.. measured.Members.Where(member => member.Name != "details").Concat(details.Members).Select(member => (member.Name, member.Value))]) : measured;

    private static JsonObject Part(JsonObject expected, JsonObject actual)
    {
        var part = new JsonObject.Builder();
        foreach (var member in actual.Members.Where(member => expected[member.Name] is not null))
        {
            part.Add(member.Name, expected[member.Name] is JsonObject inner && member.Value is JsonObject whole ? Part(inner, whole) : member.Value);
        }

        return part.ToObject();
    }
}
