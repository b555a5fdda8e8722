using Stepwise.Local;

namespace Stepwise.Conformance.Asl;

/// <summary>Runs what a case describes. What was recorded plays no part.</summary>
internal static class AslCaseRunner
{
    /// <summary>In real time; an execution that has not ended then never will.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static readonly DateTimeOffset _anyTime = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Runs a case.</summary>
    /// <returns>The ended execution.</returns>
    /// <exception cref="TimeoutException">The execution does not end.</exception>
    public static Task<LocalExecution> RunAsync(AslGiven given, string? bucketFolder = null) => RunAsync(given, OptionsOf(given) with { Tasks = TasksOf(given), BucketFolder = bucketFolder });

    /// <summary>Runs a case whose tasks are mocked by its configuration of mocks.</summary>
    /// <returns>The ended execution.</returns>
    /// <exception cref="TimeoutException">The execution does not end.</exception>
    public static Task<LocalExecution> RunMockedAsync(AslGiven given, AslMocks mocks)
    {
        var file = MockConfigurationFile.Parse(mocks.Configuration.ToJson());
        return RunAsync(given, OptionsOf(given) with { Mocks = file.GetMocks(file.StateMachines.Single(), mocks.TestCase) });
    }

    private static LocalOptions OptionsOf(AslGiven given) => new() { TimeProvider = new VirtualClock(given.Clock ?? _anyTime), AccountId = "111111111111" };

    private static async Task<LocalExecution> RunAsync(AslGiven given, LocalOptions options)
    {
        using var service = new LocalStepFunctions(options);
        var machine = service.CreateStateMachine("recorded", given.Definition.ToJson(), given.Type);
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            return await machine.RunAsync(given.Input, cancellationToken: patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The execution has not ended after {_patience.TotalSeconds} seconds.");
        }
    }

    private static LocalTasks TasksOf(AslGiven given)
        => given.TaskLog is null && given.Functions.Count == 0 ? new() : new LocalTasks().OnAnything(new RecordedTasks(given.Functions, given.TaskLog).HandleAsync);
}
