using Stepwise.Json;
using Stepwise.Local.Machine;

namespace Stepwise.Local;

/// <summary>An execution, running or ended. It may be read from any thread.</summary>
public sealed class LocalExecution
{
    private readonly Execution _execution;

    internal LocalExecution(Execution execution) => _execution = execution;

    internal Execution Execution => _execution;

    /// <summary>The execution's ARN.</summary>
    public string Arn => _execution.Arn;

    /// <summary>The execution's name.</summary>
    public string Name => _execution.Name;

    /// <summary>What is executed.</summary>
    public LocalStateMachine StateMachine => _execution.StateMachine;

    /// <summary>Where it stands.</summary>
    public WorkflowStatus Status => _execution.Status;

    /// <summary>What it was started with.</summary>
    public JsonValue Input => _execution.Input;

    /// <summary>What came out of it; null unless it succeeded.</summary>
    public JsonValue? Output => _execution.Outcome.Output;

    /// <summary>The error's name; null unless it failed with one.</summary>
    public string? Error => _execution.Outcome.Error;

    /// <summary>The error's cause; null unless it failed with one.</summary>
    public string? Cause => _execution.Outcome.Cause;

    /// <summary>When it was started, on its clock.</summary>
    public DateTimeOffset StartedAt => _execution.StartedAt;

    /// <summary>When it ended, on its clock; null while it runs.</summary>
    public DateTimeOffset? StoppedAt => _execution.Outcome.StoppedAt;

    /// <summary>How long it took, on its clock; while it runs, so far.</summary>
    public TimeSpan Elapsed => (StoppedAt ?? _execution.Loop.Now) - StartedAt;

    /// <summary>Its history so far, as AWS keeps it.</summary>
    public IReadOnlyList<HistoryEvent> Events => _execution.Events;

    /// <summary>The names of the states that it entered, in order, those of branches and iterations among them. A retried state is there once.</summary>
    public IReadOnlyList<string> States
        => [.. Events.Select(item => (item.Details as StateEnteredDetails)?.Name).OfType<string>()];

    /// <summary>The map runs of its distributed Maps so far, in the order in which they started.</summary>
    public IReadOnlyList<LocalMapRun> MapRuns => _execution.MapRuns;

    /// <summary>How many transitions AWS bills: one for each state entered, one for each retry, one for each redrive. Child executions of a distributed Map bill for themselves.</summary>
    public int Transitions => _execution.Transitions;

    /// <summary>Ends when the execution does, however that is; it does not fail.</summary>
    public Task Completion => _execution.Completion;

    /// <summary>The execution as <c>DescribeExecution</c> returns it. Input and output are JSON texts in it.</summary>
    /// <returns>An object with <c>executionArn</c>, <c>status</c>, <c>input</c>, <c>output</c> and so on; what there is not yet is not there.</returns>
    public JsonObject ToJson() => ExecutionRecord.Of(_execution);
}
