using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;
using Xunit.Abstractions;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>The evaluators against executions that were recorded on AWS.</summary>
public sealed partial class RecordedCaseTests(ITestOutputHelper output)
{
    [SharedFact("conformance/README.md")]
    public void Expressions_evaluate_to_what_AWS_recorded()
    {
        var all = new[] { "asl-cases", "asl-cases-services" }
            .Select(folder => Path.Combine(SharedCases.Conformance!, folder))
            .Where(Directory.Exists)
            .SelectMany(RecordedCase.ReadAll)
            .ToList();
        var covered = all.Where(@case => StateWalk.Covers(@case.Definition)).ToList();
        var results = covered.Select(@case => (Case: @case, Difference: Difference(@case))).Where(result => result.Difference != Skipped).ToList();
        foreach (var group in results.GroupBy(result => result.Case.Name.Split(Path.DirectorySeparatorChar)[0]))
        {
            output.WriteLine($"{group.Key}: {group.Count(result => result.Difference is null)} of {group.Count()}");
        }

        var failures = results.Where(result => result.Difference is not null).ToList();
        output.WriteLine($"{results.Count - failures.Count} of {results.Count} covered cases; {all.Count} cases in all");
        foreach (var (@case, difference) in failures)
        {
            output.WriteLine($"{@case.Name}: {difference}");
        }

        // Whole groups must be covered, not only pass where they are.
        foreach (var group in new[] { "intrinsic_functions", "evaluate_jsonata" })
        {
            var names = all.Where(@case => @case.Name.StartsWith(group, StringComparison.Ordinal)).Select(@case => @case.Name).ToList();
            Assert.NotEmpty(names);
            Assert.Empty(names.Except(results.Select(result => result.Case.Name)));
        }

        Assert.Empty(failures);
    }

    private const string Skipped = "skipped";

    private static string? Difference(RecordedCase @case)
    {
        var comparison = new RecordedComparison(@case.Placeholders);
        var walk = StateWalk.Of(@case);
        JsonObject outcome;
        try
        {
            outcome = JsonObject.Create(("status", "SUCCEEDED"), ("output", walk.Run(@case.Input)));
        }
        catch (StateWalk.FailStateException failure)
        {
            outcome = new JsonObject.Builder().Add("status", "FAILED").AddIfNotNull("error", Optional(failure.Error)).AddIfNotNull("cause", Optional(failure.Cause)).ToObject();
        }
        catch (EvaluationException exception)
        {
            outcome = JsonObject.Create(("status", "FAILED"), ("error", exception.Error), ("cause", exception.CauseIn(walk.Place.State, walk.Place.EnteredEventId)));
        }
        catch (StateWalk.UncoveredCaseException)
        {
            return Skipped;
        }

        for (var i = 0; i < Math.Min(walk.TaskArguments.Count, @case.TaskLog.Count); i++)
        {
            // A request that is no object is recorded as its text.
            if (@case.TaskLog[i]["request"] is { } request && !comparison.IsSame(request, request is JsonString ? walk.TaskArguments[i].ToJson() : walk.TaskArguments[i]))
            {
                return $"the arguments {walk.TaskArguments[i]} instead of {request}";
            }
        }

        foreach (var name in new[] { "status", "output", "error", "cause" })
        {
            var (expected, actual) = (@case.Expected[name], outcome[name]);
            if (name == "cause" && expected is JsonString text && actual is JsonString other && !IsLine(@case.Definition))
            {
                // Only in a line of states that do not wait for others is the number of events known.
                (expected, actual) = (EventId().Replace(text.Value, ""), EventId().Replace(other.Value, ""));
            }

            if (name == "cause" && @case.Expected["causeJson"] is not null)
            {
                continue;
            }

            if (expected is null ? actual is not null : actual is null || !comparison.IsSame(expected, actual))
            {
                return $"{name} {actual} instead of {expected}";
            }
        }

        return null;
    }

    private static JsonString? Optional(string? text) => text is null ? null : new(text);

    private static bool IsLine(JsonObject machine)
        => ((JsonObject)machine["States"]!).Members.All(state => ((JsonObject)state.Value)["Type"] is JsonString { Value: "Pass" or "Succeed" or "Fail" or "Choice" });

    [GeneratedRegex("event id #[0-9]+")]
    private static partial Regex EventId();
}
