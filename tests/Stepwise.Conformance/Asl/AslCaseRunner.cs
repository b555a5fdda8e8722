using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Conformance.Asl;

/// <summary>Runs what a case describes. What was recorded plays no part.</summary>
internal static class AslCaseRunner
{
    /// <summary>In real time; an execution that has not ended then never will.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly DateTimeOffset AnyTime = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Runs a case.</summary>
    /// <returns>The ended execution.</returns>
    /// <exception cref="TimeoutException">The execution does not end.</exception>
    public static async Task<LocalExecution> RunAsync(AslGiven given)
    {
        using var service = new LocalStepFunctions(new()
        {
            TimeProvider = new VirtualClock(given.Clock ?? AnyTime),
            AccountId = "111111111111",
            Tasks = TasksOf(given),
        });
        foreach (var activity in ActivitiesOf(given))
        {
            service.CreateActivity(activity);
        }

        var machine = service.CreateStateMachine("recorded", given.Definition.ToJson(), given.Type);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await service.RunAsync(machine, given.Input, cancellationToken: patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The execution has not ended after {Patience.TotalSeconds} seconds.");
        }
    }

    private static LocalTasks TasksOf(AslGiven given)
        => (given.TaskLog is null && given.Functions.Count == 0) || HasNoWorkers(given) ? new() : new LocalTasks().OnAnything(new RecordedTasks(given.Functions, given.TaskLog).HandleAsync);

    /// <summary>Whether all tasks are those of activities that nobody worked for.</summary>
    private static bool HasNoWorkers(AslGiven given) => given.TaskLog is { } log && log.All(entry => entry["event"] == "ActivityTimedOut");

    /// <summary>The activities that exist, though nobody works for them.</summary>
    private static IEnumerable<string> ActivitiesOf(AslGiven given)
        => HasNoWorkers(given) ? given.TaskLog!.Select(entry => entry["resource"]).OfType<JsonString>().Select(resource => resource.Value.Split(':')[^1]).Distinct(StringComparer.Ordinal) : [];
}
