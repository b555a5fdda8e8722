using System.Globalization;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Conformance.Asl;

/// <summary>Compares an execution with what AWS recorded of it.</summary>
internal static class AslComparison
{
    private static readonly HashSet<string> _endsOfParallel = new(["ParallelStateSucceeded", "ParallelStateFailed", "ParallelStateAborted", "ParallelStateExited"], StringComparer.Ordinal);

    /// <summary>Where status, output, error and cause differ.</summary>
    public static IReadOnlyList<string> Outcome(AslRecord record, LocalExecution execution)
    {
        var differences = record.Differences();
        var expected = record.Outcome;
        differences.Compare("/status", expected["status"], StatusOf(execution));
        differences.Compare("/output", expected["output"] ?? expected["outputText"], execution.Output);
        differences.Compare("/error", expected["error"], execution.Error is { } error ? error : (JsonValue?)null);
        differences.Compare("/cause", expected["causeJson"] ?? expected["cause"], execution.Cause is { } cause ? cause : (JsonValue?)null);
        return differences.Found;
    }

    /// <summary>Where the history differs; null where none was recorded that can be compared.</summary>
    public static IReadOnlyList<string>? History(AslRecord record, LocalExecution execution)
        => record.Events is { } expected ? History(record, expected, [.. execution.Events.Select(item => item.ToJson())]) : null;

    private static IReadOnlyList<string> History(AslRecord record, IReadOnlyList<JsonObject> expected, IReadOnlyList<JsonObject> actual)
    {
        var differences = record.Differences();
        var isDistributed = expected.Any(item => Type(item) == "MapRunStarted");
        var sections = record.IsParallelSorted ? Sections(expected, actual) : [];
        var j = 0;
        for (var i = 0; i < expected.Count; i++)
        {
            if (sections.TryGetValue(i, out var section))
            {
                CompareInAnyOrder(record, differences, expected, actual, section, isDistributed);
                i = section.ExpectedEnd;
                j = section.ActualEnd;
            }

            // The sorting of the recordings has lost the event that ends a Parallel and is not its exit.
            if (record.IsParallelSorted && i < expected.Count && j < actual.Count && _endsOfParallel.Contains(Type(actual[j])) && Type(actual[j]) != Type(expected[i]))
            {
                j++;
            }

            if (i < expected.Count)
            {
                differences.Compare(At(j), Comparable(expected[i], isDistributed), j < actual.Count ? Comparable(actual[j], isDistributed) : null);
                j++;
            }
        }

        for (; j < actual.Count; j++)
        {
            differences.Report(At(j), null, actual[j]);
        }

        return differences.Found;
    }

    /// <summary>The stretches between the start of a Parallel and its end, by where they begin in the recording.</summary>
    private static Dictionary<int, Section> Sections(IReadOnlyList<JsonObject> expected, IReadOnlyList<JsonObject> actual)
        => Stretches(expected).Zip(Stretches(actual), (left, right) => new Section(left.Start, left.End, right.Start, right.End)).Where(section => section.ExpectedEnd > section.ExpectedStart).ToDictionary(section => section.ExpectedStart);

    private static IEnumerable<(int Start, int End)> Stretches(IReadOnlyList<JsonObject> events)
    {
        var start = -1;
        for (var i = 0; i < events.Count; i++)
        {
            if (Type(events[i]) == "ParallelStateStarted")
            {
                start = i + 1;
            }
            else if (start >= 0 && _endsOfParallel.Contains(Type(events[i])))
            {
                yield return (start, i);
                start = -1;
            }
        }
    }

    private static void CompareInAnyOrder(AslRecord record, JsonDifferences differences, IReadOnlyList<JsonObject> expected, IReadOnlyList<JsonObject> actual, Section section, bool isDistributed)
    {
        var rest = actual.Take(section.ActualEnd).Skip(section.ActualStart).Select(item => WithoutIds(Comparable(item, isDistributed))).ToList();
        for (var i = section.ExpectedStart; i < section.ExpectedEnd; i++)
        {
            var wanted = WithoutIds(Comparable(expected[i], isDistributed));
            var at = rest.FindIndex(item => IsSame(record, wanted, item));
            if (at < 0)
            {
                differences.Report($"/events between {section.ActualStart} and {section.ActualEnd}", wanted, null);
            }
            else
            {
                rest.RemoveAt(at);
            }
        }

        foreach (var item in rest)
        {
            differences.Report($"/events between {section.ActualStart} and {section.ActualEnd}", null, item);
        }
    }

    private static bool IsSame(AslRecord record, JsonObject expected, JsonObject actual)
    {
        var differences = record.Differences();
        differences.Compare("", expected, actual);
        return differences.Found.Count == 0;
    }

    /// <summary>An event without what no case can say: when it was, what the service answered when a task was submitted, how a worker calls itself; and what the recordings do not agree on.</summary>
    private static JsonObject Comparable(JsonObject item, bool isDistributed)
    {
        var builder = new JsonObject.Builder();
        foreach (var member in item.Members)
        {
            var isLeftOut = member.Name switch
            {
                "timestamp" => true,
                "previousEventId" => isDistributed && Type(item) == "MapStateExited",
                _ => false,
            };
            if (!isLeftOut)
            {
                builder.Add(member.Name, member switch
                {
                    { Name: "taskSubmittedEventDetails", Value: JsonObject details } => Without(details, "output"),
                    { Name: "activityStartedEventDetails", Value: JsonObject details } => Without(details, "workerName"),
                    _ => member.Value,
                });
            }
        }

        return builder.ToObject();
    }

    private static JsonObject WithoutIds(JsonObject item) => Without(Without(item, "id"), "previousEventId");

    private static JsonObject Without(JsonObject item, string name)
    {
        var builder = new JsonObject.Builder();
        foreach (var member in item.Members.Where(member => member.Name != name))
        {
            builder.Add(member.Name, member.Value);
        }

        return builder.ToObject();
    }

    private static string StatusOf(LocalExecution execution) => execution.Status switch
    {
        WorkflowStatus.TimedOut => "TIMED_OUT",
        var status => status.ToString().ToUpperInvariant(),
    };

    private static string At(int index) => string.Create(CultureInfo.InvariantCulture, $"/events/{index}");

    private static string Type(JsonObject item) => item["type"] is JsonString type ? type.Value : "";

    private sealed record Section(int ExpectedStart, int ExpectedEnd, int ActualStart, int ActualEnd);
}
