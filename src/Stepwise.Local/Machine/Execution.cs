using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Machine;

/// <summary>The state of one execution. Members are used on the loop only, unless their documentation says otherwise.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The source of cancellation has no timer and no handle: there is nothing to release.")]
internal sealed partial class Execution
{
    /// <summary>The largest number of events in a history.</summary>
    public const int MaxEvents = Limits.HistoryEvents;

    private const int MaxRedrives = 1000;

    private static readonly TimeSpan _redrivePeriod = TimeSpan.FromDays(14);

    private static readonly TimeSpan _expressLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _standardLimit = TimeSpan.FromDays(365);

    private readonly object _gate = new();
    private HistoryEvent[] _events = new HistoryEvent[16];
    private int _count;
    private CancellationTokenSource _cancellation = new();
    private volatile ExecutionOutcome _outcome = ExecutionOutcome.Running;
    private volatile TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _ended = new();
    private MachineRun? _machine;
    private LocalExecution? _handle;
    private JsonObject? _context;
    private TimeLimit? _timeout;
    private Ending? _ending;
    private ListenerException? _listenerFailure;
    private ConcurrentDictionary<string, Exception>? _exceptions;
    private int _transitions;
    private int _redriveCount;
    private bool _isFull;

    /// <summary>Begins to run the execution, on the loop; null once it has begun.</summary>
    private Action? _begin;

    /// <summary>Whether this is a real execution. It is false for an execution that only surrounds a tested state: the listener does not see its events.</summary>
    private bool _isStarted;

    public required IExecutionHost Host { get; init; }

    public required LocalStateMachine StateMachine { get; init; }

    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required JsonValue Input { get; init; }

    /// <summary>The source of its random numbers, UUIDs and jitter.</summary>
    public required Random Random { get; init; }

    public LocalOptions Options => Host.Options;

    public EventLoop Loop => Host.Loop;

    /// <summary>When the execution was started, on its clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The status and the result so far. May be read from any thread, and all values in it are of one moment.</summary>
    public ExecutionOutcome Outcome => _outcome;

    public WorkflowStatus Status => _outcome.Status;

    /// <summary>How many transitions AWS bills. May be read from any thread.</summary>
    public int Transitions => Volatile.Read(ref _transitions);

    /// <summary>How often the execution has been redriven. May be read from any thread.</summary>
    public int RedriveCount => Volatile.Read(ref _redriveCount);

    /// <summary>The history so far. May be read from any thread.</summary>
    public IReadOnlyList<HistoryEvent> Events
    {
        get
        {
            var count = Volatile.Read(ref _count);
            return new ArraySegment<HistoryEvent>(_events, 0, count);
        }
    }

    /// <summary>Completes when the execution ends. May be read from any thread.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Completes on the loop when the execution ends.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Cancelled when the execution ends, when it times out, and when it is stopped.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>The context in which handlers run: the context of the code that started the execution.</summary>
    public ExecutionContext? HandlerContext { get; init; }

    /// <summary>The execution as its users see it.</summary>
    public LocalExecution Handle => LazyInitializer.EnsureInitialized(ref _handle, () => new(this));

    /// <summary>The member <c>Execution</c> of the context object.</summary>
    public JsonObject Context => _context ??= new JsonObject.Builder()
        .Add("Id", Arn)
        .Add("Input", Input)
        .Add("StartTime", Timestamp.Of(StartedAt))
        .Add("Name", Name)
        .Add("RoleArn", StateMachine.RoleArn)

        // Express executions cannot be redriven.
        .AddIfNotNull("RedriveCount", StateMachine.Type == WorkflowType.Express ? null : RedriveCount)
        .ToObject();

    /// <summary>Starts the execution. May be called from any thread.</summary>
    /// <param name="beforeStart">Called when the execution can be stopped, and before its first event. Null: no callback.</param>
    public void Start(Action<Execution>? beforeStart = null)
    {
        _isStarted = true;
        Host.Register(this);
        _begin = () => _ = RunAsync(HistoryEventType.ExecutionStarted, new ExecutionStartedDetails(Input, StateMachine.RoleArn), null, Input);
        beforeStart?.Invoke(this);
        Loop.Post(Begin);
    }

    /// <summary>Adds an event to the history. If the execution is being stopped or has timed out, or if its history is full, nothing is added.</summary>
    /// <param name="type">The type of the event.</param>
    /// <param name="details">The details of the event.</param>
    /// <param name="previousEventId">The id of the event that it follows.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="StateException">The history is full. No Catch catches this.</exception>
    public long Record(HistoryEventType type, HistoryEventDetails? details, long previousEventId)
    {
        if (_ending is not null || _isFull)
        {
            return previousEventId;
        }

        if (_count == MaxEvents - 1 && StateMachine.Type == WorkflowType.Standard)
        {
            _isFull = true;
            throw new StateException(ErrorNames.Runtime, $"The execution reached the maximum number of history events ({MaxEvents}).", isCatchable: false);
        }

        return Add(type, details, previousEventId);
    }

    /// <summary>Counts a transition that AWS bills.</summary>
    public void CountTransition() => Volatile.Write(ref _transitions, _transitions + 1);

    /// <summary>Keeps the exception that a handler threw. The history has only its name and text, but the author of a failing test needs its stack trace.</summary>
    /// <param name="stateName">The state.</param>
    /// <param name="exception">The exception.</param>
    public void NoteException(string stateName, Exception exception)
        => LazyInitializer.EnsureInitialized(ref _exceptions)[stateName] = exception;

    /// <summary>Returns the exception that the handler of a state threw last, or null if it threw no exception. May be called from any thread.</summary>
    /// <param name="stateName">The state.</param>
    public Exception? ExceptionOf(string stateName) => Volatile.Read(ref _exceptions)?.GetValueOrDefault(stateName);

    /// <summary>Asks the loop to stop the execution. An execution that has ended does not change. May be called from any thread.</summary>
    /// <param name="error">The error's name that the history shows. Null leaves the name out.</param>
    /// <param name="cause">The cause that the history shows. Null leaves the cause out.</param>
    public void RequestStop(string? error, string? cause) => Loop.Interrupt(() => Stop(error, cause));

    /// <summary>Stops the execution. It ends when its running work has been cancelled.</summary>
    /// <param name="error">The error's name that the history shows. Null leaves the name out.</param>
    /// <param name="cause">The cause that the history shows. Null leaves the cause out.</param>
    public void Stop(string? error, string? cause) => EndFromOutside(new(HistoryEventType.ExecutionAborted, new(WorkflowStatus.Aborted) { Error = error, Cause = cause }));

    /// <summary>Ends the execution because of its timeout.</summary>
    public void TimeOut() => EndFromOutside(new(HistoryEventType.ExecutionTimedOut, new(WorkflowStatus.TimedOut)));

    /// <summary>Ends the execution after the loop has stopped. May be called from any thread.</summary>
    /// <param name="cause">The reason.</param>
    public void Abandon(string cause)
    {
        TaskCompletionSource completion;
        lock (_gate)
        {
            if (_outcome.Status == WorkflowStatus.Running)
            {
                _outcome = new(WorkflowStatus.Aborted) { Cause = cause, StoppedAt = Loop.Now };
            }

            completion = _completion;
        }

        completion.TrySetResult();
    }

    /// <summary>Returns the reason, other than the status, why AWS would not redrive the execution, or null if there is no such reason. May be called from any thread.</summary>
    public string? WhyNotRedrivable()
    {
        if (_outcome.StoppedAt is { } stopped && Loop.Now - stopped > _redrivePeriod)
        {
            return "it ended more than 14 days ago.";
        }

        if (Volatile.Read(ref _count) >= MaxEvents - 1)
        {
            return "its history has no room for more events.";
        }

        return RedriveCount >= MaxRedrives ? "it has been redriven 1,000 times." : null;
    }

    /// <summary>Runs the execution again from the state in which it ended. May be called from any thread.</summary>
    /// <returns>True if the execution had ended without success, and runs again. Otherwise false, and nothing changes.</returns>
    /// <exception cref="ObjectDisposedException">The service was disposed of.</exception>
    public bool TryRedrive()
    {
        lock (_gate)
        {
            if (_outcome.Status is not (WorkflowStatus.Failed or WorkflowStatus.TimedOut or WorkflowStatus.Aborted))
            {
                return false;
            }

            Host.Register(this);
            _begin = () => _ = RunAsync(HistoryEventType.ExecutionRedriven, new ExecutionRedrivenDetails(RedriveCount), _machine, _machine?.CurrentInput ?? Input);
            _ending = null;
            _isFull = false;
            _listenerFailure = null;
            _context = null;
            _cancellation = new();
            _ended = new();
            _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _redriveCount, _redriveCount + 1);
            _outcome = ExecutionOutcome.Running;
        }

        Loop.Post(Begin);
        return true;
    }

    private void Begin()
    {
        var begin = _begin;
        _begin = null;
        begin?.Invoke();
    }

    /// <summary>Runs the execution to its end, from the start or from the state in which it ended earlier. It does not throw: an exception becomes the outcome of the execution.</summary>
    private async Task RunAsync(HistoryEventType type, HistoryEventDetails details, MachineRun? earlier, JsonValue input)
    {
        Loop.RunningExecutions++;
        try
        {
            if (type == HistoryEventType.ExecutionRedriven)
            {
                CountTransition();
            }

            Add(type, details, 0);
            var limit = StateMachine.Type == WorkflowType.Express ? _expressLimit : _standardLimit;
            if (StateMachine.Definition.TimeoutSeconds is { } seconds && TimeSpan.FromSeconds(seconds) < limit)
            {
                limit = TimeSpan.FromSeconds(seconds);
            }

            StartTimeout(limit);
            _machine = new MachineRun(this, StateMachine.Definition, StatesLanguage.AslQueryLanguage.JsonPath, _cancellation.Token);
            JsonValue output;
            if (earlier?.Current is { } step)
            {
                _machine.Variables.Set(earlier.Variables);
                output = await _machine.RunAsync(step, input);
            }
            else
            {
                output = await _machine.RunAsync(input);
            }

            End(new(HistoryEventType.ExecutionSucceeded, new(WorkflowStatus.Succeeded) { Output = output }), new OutputDetails(output), _machine.LastEventId);
        }
        catch (Exception) when (_ending is not null)
        {
            // The execution itself has no error if its time is over; its last event has one.
            var error = _ending.Outcome.Status == WorkflowStatus.TimedOut ? ErrorNames.Timeout : _ending.Outcome.Error;
            End(_ending, new ErrorDetails(error, _ending.Outcome.Cause), 0);
        }
        catch (StateException exception)
        {
            Fail(exception.Error, exception.Cause is "" ? null : exception.Cause, LocalErrors.Includes(exception.Error) ? exception.InnerException : null);
        }
        catch (ListenerException exception)
        {
            Fail(LocalErrors.ListenerFailed, exception.Message, exception.InnerException);
        }
#pragma warning disable CA1031 // A fault of the interpreter must not leave the execution running for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(LocalErrors.InternalError, $"The local interpreter failed at the state '{_machine?.Current?.Name}'. This is a fault of Stepwise, not of the definition: {exception}", exception);
        }
    }

    private void Fail(string? error, string? cause, Exception? exception)
        => End(
            new(HistoryEventType.ExecutionFailed, new(WorkflowStatus.Failed) { Error = error, Cause = cause, Exception = exception }),
            new ErrorDetails(error, cause),
            _machine?.LastEventId ?? 0);

    /// <summary>Ends the execution. It does not throw, so that every wait for the end completes.</summary>
    private void End(Ending ending, HistoryEventDetails details, long previousEventId)
    {
        _ending = ending;
        _timeout?.Dispose();
        _timeout = null;
        var outcome = ending.Outcome;
        try
        {
            Add(ending.Type, details, previousEventId);
        }
        catch (ListenerException)
        {
            // The event is in the history. The exception is in _listenerFailure.
        }

        if (_listenerFailure is { } failure)
        {
            // A listener often throws a failed assertion, which a test must not miss. It counts even if the last event, or a branch that another branch ended, caused it.
            outcome = new(WorkflowStatus.Failed) { Error = LocalErrors.ListenerFailed, Cause = failure.Message, Exception = failure.InnerException };
        }

        try
        {
            _cancellation.Cancel();
        }
        catch (AggregateException exception)
        {
            outcome = new(WorkflowStatus.Failed) { Error = LocalErrors.InternalError, Cause = $"The execution could not be cancelled. This is a fault of Stepwise, not of the definition: {exception}", Exception = exception };
        }

        // Once the outcome is published, another thread may redrive the execution.
        Loop.RunningExecutions--;
        Host.Unregister(this);
        TaskCompletionSource completion;
        TaskCompletionSource ended;
        lock (_gate)
        {
            if (_outcome.Status == WorkflowStatus.Running)
            {
                _outcome = outcome with { StoppedAt = Loop.Now };
            }

            completion = _completion;
            ended = _ended;
        }

        completion.TrySetResult();
        ended.TrySetResult();
    }

    private void EndFromOutside(Ending ending)
    {
        if (_ending is null && _outcome.Status == WorkflowStatus.Running)
        {
            _ending = ending;
            _cancellation.Cancel();

            // If the execution has not begun because a handler keeps the loop, it begins and ends now.
            Begin();
        }
    }

    private void StartTimeout(TimeSpan limit)
    {
        if (limit <= Loop.LongestTimer)
        {
            _timeout = new(this);
            _timeout.Start(limit);
        }
    }

    private long Add(HistoryEventType type, HistoryEventDetails? details, long previousEventId)
    {
        var events = _events;
        var count = _count;
        if (count == events.Length)
        {
            Array.Resize(ref events, count * 2);
            _events = events;
        }

        var added = new HistoryEvent(count + 1, previousEventId, Loop.Now, type, details);
        events[count] = added;
        Volatile.Write(ref _count, count + 1);
        Tell(added);
        return count + 1;
    }

    private void Tell(HistoryEvent added)
    {
        if (Options.EventListener is not { } onEvent || !_isStarted || _listenerFailure is not null)
        {
            return;
        }

        try
        {
            onEvent(Handle, added);
        }
#pragma warning disable CA1031 // Whatever a listener throws ends the execution.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The listener is not called again, so that the execution can end.
            _listenerFailure = new(added, exception);
            throw _listenerFailure;
        }
    }

    /// <summary>Ends an execution after a time. A clock can keep a timer after it is disposed of. This timer then does not keep the execution in memory.</summary>
    private sealed class TimeLimit(Execution execution) : IDisposable
    {
        private Execution? _execution = execution;
        private ITimer? _timer;

        public void Start(TimeSpan limit)
        {
            var loop = _execution!.Loop;
            _timer = loop.Time.CreateTimer(_ => loop.Interrupt(Fire), null, limit, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _execution = null;
            _timer?.Dispose();
        }

        private void Fire() => _execution?.TimeOut();
    }

    /// <summary>How the execution ends: the type of its last event, and its outcome without the time.</summary>
    private sealed record Ending(HistoryEventType Type, ExecutionOutcome Outcome);
}
