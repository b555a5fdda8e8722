using Stepwise.Local.Machine.Maps;

namespace Stepwise.Local;

/// <summary>How executions run locally.</summary>
public sealed record LocalOptions
{
    /// <summary>The clock. Default: a <see cref="VirtualClock"/>, which takes no real time; <see cref="System.TimeProvider.System"/> runs in real time.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>Who does the work of Tasks. Default: nobody, so that every Task needs a mock.</summary>
    public LocalTasks Tasks { get; init; } = new();

    /// <summary>Results of Tasks that are given instead of having the work done. They come before handlers. Default: none.</summary>
    public TaskMocks? Mocks { get; init; }

    /// <summary>Failures, delays and timeouts to inject into Tasks. They come before mocks and handlers. Default: none.</summary>
    public TaskFaults? Faults { get; init; }

    /// <summary>The account in ARNs. Default: <c>123456789012</c>.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The region in ARNs. Default: <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The role in which executions run, as the context object and the history show it. Default: a role named after the machine in the account.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The values of the definition's substitutions <c>${Name}</c>. Default: none; what is not here is named after itself.</summary>
    public IReadOnlyDictionary<string, string> Substitutions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether definitions are checked, and refused where AWS would refuse them. Default: true.</summary>
    public bool ValidatesDefinitions { get; init; } = true;

    /// <summary>The folder that stands for S3: a folder for each bucket, in it a file for each key. Default: none, so that reading from S3 fails.</summary>
    public string? BucketFolder { get; init; }

    /// <summary>What random numbers, UUIDs and jitter are made from, so that a run can be repeated. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How long, in real time, a handler may take on a virtual clock before time goes on without it. Default: 10 seconds. Nothing is unresponsive under a debugger.</summary>
    public TimeSpan UnresponsiveAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called for each event as it happens, on the thread that runs the executions. An exception ends the execution with <see cref="LocalErrors.ListenerFailed"/>. Default: null, no callback.</summary>
    public Action<LocalExecution, HistoryEvent>? OnEvent { get; init; }

    /// <summary>The clock by which <see cref="UnresponsiveAfter"/> and the disposal are measured. Default: the system's.</summary>
    internal TimeProvider RealTime { get; init; } = TimeProvider.System;
}
