using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.Local.Machine.Maps;

namespace Stepwise.Local;

/// <summary>A map run: what a distributed Map did in one visit. It may be read from any thread.</summary>
public sealed class LocalMapRun
{
    private MapRunJob[] _jobs = [];
    private volatile MapRunProgress _progress = new(MapRunStatus.Running);
    private int _hasResults;

    internal LocalMapRun(string arn, string stateName, string executionArn, DateTimeOffset startedAt)
    {
        Arn = arn;
        StateName = stateName;
        ExecutionArn = executionArn;
        StartedAt = startedAt;
    }

    /// <summary>The map run's ARN.</summary>
    public string Arn { get; }

    /// <summary>The name of the Map state.</summary>
    public string StateName { get; }

    /// <summary>The ARN of the execution in which the Map is.</summary>
    public string ExecutionArn { get; }

    /// <summary>The status.</summary>
    public MapRunStatus Status => _progress.Status;

    /// <summary>When it started, on its clock.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended, on its clock; null while it runs.</summary>
    public DateTimeOffset? StoppedAt => _progress.StoppedAt;

    /// <summary>How many child executions may run at once; 0 for no limit of its own.</summary>
    public long MaxConcurrency { get; internal init; }

    /// <summary>How many items may fail.</summary>
    public long ToleratedFailureCount { get; internal init; }

    /// <summary>The percentage of items that may fail, from 0 to 100.</summary>
    public double ToleratedFailurePercentage { get; internal init; }

    /// <summary>How often it was redriven.</summary>
    public int RedriveCount => _progress.RedriveCount;

    /// <summary>When it was redriven last; null if it was not redriven.</summary>
    public DateTimeOffset? RedrivenAt => _progress.RedrivenAt;

    /// <summary>The child executions that have begun, in the order of the items.</summary>
    /// <returns>The executions.</returns>
    public IReadOnlyList<LocalExecution> GetExecutions() => [.. Volatile.Read(ref _jobs).Select(job => job.Execution?.Handle).OfType<LocalExecution>()];

    /// <summary>How many items are in which state. With an <c>ItemBatcher</c> an item has the state of its batch.</summary>
    /// <returns>The counts.</returns>
    public MapRunCounts GetItemCounts() => Count(job => job.ItemCount);

    /// <summary>How many child executions are in which state.</summary>
    /// <returns>The counts.</returns>
    public MapRunCounts GetExecutionCounts() => Count(_ => 1);

    internal MapRunProgress Progress
    {
        get => _progress;
        set => _progress = value;
    }

    internal MapRunJob[] Jobs
    {
        get => _jobs;
        set => Volatile.Write(ref _jobs, value);
    }

    internal bool HasResults
    {
        set => Volatile.Write(ref _hasResults, value ? 1 : 0);
    }

    /// <summary>The map run as <c>DescribeMapRun</c> returns it.</summary>
    /// <returns>An object with <c>mapRunArn</c>, <c>status</c>, <c>itemCounts</c> and so on.</returns>
    public JsonObject ToJson() => new JsonObject.Builder()
        .Add("mapRunArn", Arn)
        .Add("executionArn", ExecutionArn)
        .Add("status", Status.ToString().ToUpperInvariant())
        .Add("startDate", Timestamp.Of(StartedAt))
        .AddIfNotNull("stopDate", StoppedAt is { } stopped ? (JsonValue)Timestamp.Of(stopped) : null)
        .Add("maxConcurrency", MaxConcurrency)
        .Add("toleratedFailurePercentage", ToleratedFailurePercentage)
        .Add("toleratedFailureCount", ToleratedFailureCount)
        .Add("itemCounts", GetItemCounts().ToJson())
        .Add("executionCounts", GetExecutionCounts().ToJson())
        .Add("redriveCount", RedriveCount)
        .AddIfNotNull("redriveDate", RedrivenAt is { } redriven ? (JsonValue)Timestamp.Of(redriven) : null)
        .ToObject();

    private MapRunCounts Count(Func<MapRunJob, long> size)
    {
        long pending = 0, running = 0, succeeded = 0, failed = 0, timedOut = 0, aborted = 0, written = 0;
        foreach (var job in Volatile.Read(ref _jobs))
        {
            switch (job.Execution?.Status)
            {
                case null:
                    pending += size(job);
                    break;
                case WorkflowStatus.Succeeded:
                    succeeded += size(job);
                    break;
                case WorkflowStatus.TimedOut:
                    timedOut += size(job);
                    break;
                case WorkflowStatus.Aborted:
                    aborted += size(job);
                    break;
                case WorkflowStatus.Failed:
                    failed += size(job);
                    break;
                default:
                    running += size(job);
                    break;
            }

            written += job.Execution is not null && Volatile.Read(ref _hasResults) == 1 ? size(job) : 0;
        }

        return new(pending, running, succeeded, failed, timedOut, aborted, written);
    }
}
