using Stepwise.Local.Machine.Maps;

namespace Stepwise.Local;

/// <summary>How executions run locally.</summary>
public sealed record LocalOptions
{
    /// <summary>The clock. Default: a <see cref="VirtualClock"/>, which takes no real time; <see cref="System.TimeProvider.System"/> runs in real time.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>The handlers that do the work of Tasks. Default: none, so that every Task needs a mock. Copies of these options made by <c>with</c> share the object.</summary>
    public LocalTasks Tasks { get; init; } = new();

    /// <summary>Mocked results of Tasks, which come before handlers. Default: null, no mocks.</summary>
    public TaskMocks? Mocks { get; init; }

    /// <summary>Failures, delays and timeouts to inject into Tasks, which come before mocks and handlers. Default: null, no faults.</summary>
    public TaskFaults? Faults { get; init; }

    /// <summary>The account in ARNs. Default: <c>123456789012</c>.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The region in ARNs. Default: <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The role in which executions run, as the context object and the history show it. Default: a role named after the machine in the account.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The values of the definition's substitutions <c>${Name}</c>. A substitution without a value becomes its own name. Default: no values.</summary>
    public IReadOnlyDictionary<string, string> Substitutions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether definitions are checked, and refused if AWS would refuse them. Default: true.</summary>
    public bool ValidateDefinitions { get; init; } = true;

    /// <summary>The folder that stands for S3. It has a folder for each bucket, with a file for each key. Default: null, so that reading from S3 fails.</summary>
    public string? BucketFolder { get; init; }

    /// <summary>The seed of random numbers, UUIDs and jitter. Runs with the same seed and the same handlers are the same. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How long, in real time, a handler may take on a virtual clock before time goes on without it. Default: 10 seconds. A shorter limit also shortens how long a handler that blocks its thread holds up a stop. Under a debugger there is no limit.</summary>
    public TimeSpan UnresponsiveAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called for each event as it happens, on the thread that runs the executions. An exception ends the execution with <see cref="LocalErrors.ListenerFailed"/>. Default: null, no callback.</summary>
    public Action<LocalExecution, HistoryEvent>? EventListener { get; init; }

    /// <summary>The clock by which <see cref="UnresponsiveAfter"/> and the disposal are measured. Default: the system's.</summary>
    internal TimeProvider RealTime { get; init; } = TimeProvider.System;
}
