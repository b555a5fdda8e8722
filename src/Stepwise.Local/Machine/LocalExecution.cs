using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Timing;

namespace Stepwise.Local;

/// <summary>The handle of an execution, running or ended: reads it, waits for it, stops it, runs it again. It may be used from any thread.</summary>
public sealed class LocalExecution
{
    private volatile EnteredStates _states = new(0, []);

    internal LocalExecution(Execution execution) => Execution = execution;

    internal Execution Execution { get; }

    /// <summary>The execution's ARN.</summary>
    public string Arn => Execution.Arn;

    /// <summary>The execution's name.</summary>
    public string Name => Execution.Name;

    /// <summary>The machine that is executed.</summary>
    public LocalStateMachine StateMachine => Execution.StateMachine;

    /// <summary>The status.</summary>
    public WorkflowStatus Status => Execution.Outcome.Status;

    /// <summary>The input.</summary>
    public JsonValue Input => Execution.Input;

    /// <summary>The output; null unless the execution succeeded.</summary>
    public JsonValue? Output => Execution.Outcome.Output;

    /// <summary>The error's name; null unless the execution failed with one.</summary>
    public string? Error => Execution.Outcome.Error;

    /// <summary>The error's cause; null unless the execution failed with one.</summary>
    public string? Cause => Execution.Outcome.Cause;

    /// <summary>When the execution was started, on its clock.</summary>
    public DateTimeOffset StartedAt => Execution.StartedAt;

    /// <summary>When the execution ended, on its clock; null while it runs.</summary>
    public DateTimeOffset? StoppedAt => Execution.Outcome.StoppedAt;

    /// <summary>How long the execution took, on its clock; while it runs, so far.</summary>
    public TimeSpan Elapsed => (StoppedAt ?? Execution.Loop.Now) - StartedAt;

    /// <summary>The history so far, as AWS keeps it. Each read returns the events up to that moment.</summary>
    public IReadOnlyList<HistoryEvent> Events => Execution.Events;

    /// <summary>The names of the states that the execution has entered so far, in order, including those of branches and iterations. A state that is retried appears once.</summary>
    public IReadOnlyList<string> States
    {
        get
        {
            var events = Execution.Events;
            var known = _states;
            if (known.EventCount != events.Count)
            {
                _states = known = new(events.Count, [.. events.Select(static item => (item.Details as StateEnteredDetails)?.Name).OfType<string>()]);
            }

            return known.Names;
        }
    }

    /// <summary>The map runs of the execution's distributed Maps so far, in the order in which they started.</summary>
    public IReadOnlyList<LocalMapRun> MapRuns => Execution.MapRuns;

    /// <summary>How many transitions AWS bills: one for each state entered, one for each retry, one for each redrive. Child executions of a distributed Map bill for themselves.</summary>
    public int Transitions => Execution.Transitions;

    /// <summary>Waits until the execution ends, however it ends. A handler may wait for another execution: the clock goes on meanwhile.</summary>
    /// <param name="cancellationToken">Ends the wait; the execution runs on.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<LocalExecution> WaitAsync(CancellationToken cancellationToken = default)
    {
        var completion = Execution.Completion;

        // For this handler, an execution of another loop takes real time. The handler then keeps its own loop busy.
        using (HandlerCall.Current is { } handler && handler.IsOf(Execution.Loop) ? new HandlerWait(handler, Execution.Ended) : null)
        {
            await completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return this;
    }

    /// <summary>Requests that the execution stops (<c>StopExecution</c>), and does not wait for its end. An execution that has ended stays as it is.</summary>
    /// <param name="error">The error's name for the history; null for none.</param>
    /// <param name="cause">The cause for the history; null for none.</param>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public void Stop(string? error = null, string? cause = null)
    {
        Execution.Host.ThrowIfDisposed();
        Execution.RequestStop(error, cause);
    }

    /// <summary>Stops the execution (<c>StopExecution</c>), and waits until it has ended. An execution that has ended stays as it is.</summary>
    /// <param name="error">The error's name for the history; null for none.</param>
    /// <param name="cause">The cause for the history; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; the execution is stopped all the same.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<LocalExecution> StopAsync(string? error = null, string? cause = null, CancellationToken cancellationToken = default)
    {
        Stop(error, cause);
        return WaitAsync(cancellationToken);
    }

    /// <summary>Runs an execution that did not succeed again from where it failed (<c>RedriveExecution</c>), and does not wait until it ends.</summary>
    /// <exception cref="InvalidOperationException">The execution cannot be redriven: its machine is not Standard, it has not failed, timed out or been stopped, it ended more than 14 days ago, its history is full, or it was redriven 1,000 times. The message says which.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public void Redrive()
    {
        Execution.Host.ThrowIfDisposed();
        if (StateMachine.Type == WorkflowType.Express)
        {
            throw NotRedrivable("only executions of Standard state machines can.");
        }

        if (Execution.WhyNotRedrivable() is { } reason)
        {
            throw NotRedrivable(reason);
        }

        if (!Execution.TryRedrive())
        {
            throw NotRedrivable($"its status is {Status}. Only executions that failed, timed out or were stopped can.");
        }
    }

    /// <summary>Runs an execution that did not succeed again from where it failed (<c>RedriveExecution</c>), and waits until it ends, however it ends.</summary>
    /// <param name="cancellationToken">Ends the wait; the execution runs on.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="InvalidOperationException">The execution cannot be redriven; the message says why.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<LocalExecution> RedriveAsync(CancellationToken cancellationToken = default)
    {
        Redrive();
        return WaitAsync(cancellationToken);
    }

    /// <summary>Ends the task that waits for a token with success (<c>SendTaskSuccess</c>). A handler may answer its own token.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="output">The task's result.</param>
    /// <exception cref="ArgumentException">The output has more than 256 KiB, which AWS refuses. The task waits on.</exception>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public void SendTaskSuccess(string taskToken, JsonValue output)
    {
        Execution.Host.ThrowIfDisposed();
        Execution.Host.Tokens.Succeed(taskToken, output);
    }

    /// <summary>Ends the task that waits for a token with a failure (<c>SendTaskFailure</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="error">The error's name; null for none.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null)
    {
        Execution.Host.ThrowIfDisposed();
        Execution.Host.Tokens.Fail(taskToken, error, cause);
    }

    /// <summary>Says that the work behind a token goes on (<c>SendTaskHeartbeat</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public void SendTaskHeartbeat(string taskToken)
    {
        Execution.Host.ThrowIfDisposed();
        Execution.Host.Tokens.Beat(taskToken);
    }

    /// <summary>The execution as <c>DescribeExecution</c> returns it. Input and output are JSON texts in it.</summary>
    /// <returns>An object with <c>executionArn</c>, <c>status</c>, <c>input</c>, <c>output</c> and so on. A member that has no value yet is absent.</returns>
    public JsonObject ToJson() => ExecutionRecord.Of(Execution);

    private InvalidOperationException NotRedrivable(string reason) => new($"The execution '{Name}' cannot be redriven: {reason}");

    /// <summary>The states entered in the first events of a history.</summary>
    private sealed record EnteredStates(int EventCount, IReadOnlyList<string> Names);
}
