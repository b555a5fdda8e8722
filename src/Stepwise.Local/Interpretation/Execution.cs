using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Interpretation;

/// <summary>What is known and kept of one execution. Everything here happens on the loop, except where it says otherwise.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The source of cancellation has no timer and no handle: there is nothing to release.")]
internal sealed partial class Execution
{
    /// <summary>How many events a history may have.</summary>
    public const int MaxEvents = Limits.HistoryEvents;

    private const int MaxRedrives = 1000;

    private static readonly TimeSpan RedrivePeriod = TimeSpan.FromDays(14);

    /// <summary>What is longer no timer of the system can wait for.</summary>
    private static readonly TimeSpan LongestRealTimer = TimeSpan.FromDays(49);

    private static readonly TimeSpan ExpressLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StandardLimit = TimeSpan.FromDays(365);

    private readonly object _gate = new();
    private HistoryEvent[] _events = new HistoryEvent[16];
    private int _count;
    private CancellationTokenSource _cancellation = new();
    private TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _ended = new();
    private MachineRun? _machine;
    private LocalExecution? _handle;
    private JsonObject? _context;
    private TimeLimit? _timeout;
    private Ending? _ending;
    private bool _isFull;

    /// <summary>In ticks, so that it is read whole from any thread; 0 while it runs.</summary>
    private long _stoppedAt;
    private bool _isListenerBroken;

    public required LocalStepFunctions Service { get; init; }

    public required LocalStateMachine StateMachine { get; init; }

    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required JsonValue Input { get; init; }

    /// <summary>Where its random numbers, UUIDs and jitter come from.</summary>
    public required Random Random { get; init; }

    public LocalOptions Options => Service.Options;

    public EventLoop Loop => Service.Loop;

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? StoppedAt => Volatile.Read(ref _stoppedAt) is var ticks and not 0 ? new(ticks, TimeSpan.Zero) : null;

    public WorkflowStatus Status { get; private set; } = WorkflowStatus.Running;

    public JsonValue? Output { get; private set; }

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    public int Transitions { get; private set; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; private set; }

    /// <summary>The history so far. May be read from any thread.</summary>
    public IReadOnlyList<HistoryEvent> Events
    {
        get
        {
            var count = Volatile.Read(ref _count);
            return new ArraySegment<HistoryEvent>(_events, 0, count);
        }
    }

    /// <summary>Ends when the execution does. May be read from any thread.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Ends when the execution does, on the loop.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Cancelled when the execution ends: by itself, by its timeout, or because it is stopped.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>The context in which handlers run: that of whoever started the execution.</summary>
    public ExecutionContext? HandlerContext { get; init; }

    /// <summary>The execution as its users see it.</summary>
    public LocalExecution Handle => _handle ?? throw new InvalidOperationException("The execution has not been started.");

    /// <summary>The member <c>Execution</c> of the context object.</summary>
    public JsonObject Context => _context ??= new JsonObject.Builder()
        .Add("Id", Arn)
        .Add("Input", Input)
        .Add("StartTime", Timestamp.Of(StartedAt))
        .Add("Name", Name)
        .Add("RoleArn", StateMachine.RoleArn)

        // Express executions cannot be redriven.
        .AddIfNotNull("RedriveCount", StateMachine.Type == StatesLanguage.StateMachineType.Express ? null : RedriveCount)
        .ToObject();

    /// <summary>Starts it. May be called from any thread.</summary>
    public void Start()
    {
        StartedAt = Loop.Now;
        _handle = new(this);
        Service.Remember(this);
        Loop.Post(() => Run(HistoryEventType.ExecutionStarted, new ExecutionStartedDetails(Input, StateMachine.RoleArn), null, Input));
    }

    /// <summary>Adds an event to the history. Nothing is added any more once the execution is being ended from outside, or its history is full.</summary>
    /// <param name="type">What happened.</param>
    /// <param name="details">What there is to say about it.</param>
    /// <param name="previousEventId">The event that it follows.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="StateException">The history is full; nothing catches that.</exception>
    public long Record(HistoryEventType type, HistoryEventDetails? details, long previousEventId)
    {
        if (_ending is not null || _isFull)
        {
            return previousEventId;
        }

        if (_count == MaxEvents - 1 && StateMachine.Type == StatesLanguage.StateMachineType.Standard)
        {
            _isFull = true;
            throw new StateException("States.Runtime", $"The execution reached the maximum number of history events ({MaxEvents}).", isCatchable: false);
        }

        return Add(type, details, previousEventId);
    }

    /// <summary>Counts a transition that AWS bills.</summary>
    public void CountTransition() => Transitions++;

    /// <summary>Ends it from outside. It ends when what is under way has been cancelled.</summary>
    /// <param name="error">An error to note; null for none.</param>
    /// <param name="cause">A cause to note; null for none.</param>
    public void Stop(string? error, string? cause) => EndFromOutside(new(WorkflowStatus.Aborted, HistoryEventType.ExecutionAborted, error, cause));

    /// <summary>Ends it because its time is over.</summary>
    public void TimeOut() => EndFromOutside(new(WorkflowStatus.TimedOut, HistoryEventType.ExecutionTimedOut, null, null));

    /// <summary>Runs it again from the state in which it ended. On the loop.</summary>
    public void Redrive()
    {
        RedriveCount++;
        _context = null;
        _ending = null;
        _isFull = false;
        Volatile.Write(ref _stoppedAt, 0);
        Error = null;
        Cause = null;
        _cancellation = new();
        Service.Remember(this);
        Run(HistoryEventType.ExecutionRedriven, new ExecutionRedrivenDetails(RedriveCount), _machine, _machine?.CurrentInput ?? Input);
    }

    /// <summary>Ends it where the loop no longer does. May be called from any thread.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (Status == WorkflowStatus.Running)
            {
                Status = WorkflowStatus.Aborted;
                Volatile.Write(ref _stoppedAt, Loop.Now.UtcTicks);
            }
        }

        _completion.TrySetResult();
    }

    /// <summary>Why AWS would not redrive it, apart from its status; null where nothing is in the way. May be called from any thread.</summary>
    public string? WhyNotRedrivable()
    {
        if (StoppedAt is { } stopped && Loop.Now - stopped > RedrivePeriod)
        {
            return "it ended more than 14 days ago.";
        }

        if (Volatile.Read(ref _count) >= MaxEvents - 1)
        {
            return "its history has no room for more events.";
        }

        return RedriveCount >= MaxRedrives ? "it has been redriven 1,000 times." : null;
    }

    /// <summary>Makes it wait for a redrive. May be called from any thread.</summary>
    /// <returns>Whether it had ended, and without success.</returns>
    public bool TryReopen()
    {
        lock (_gate)
        {
            if (Status is not (WorkflowStatus.Failed or WorkflowStatus.TimedOut or WorkflowStatus.Aborted))
            {
                return false;
            }

            Status = WorkflowStatus.Running;
            _ended = new();
            _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    private async void Run(HistoryEventType type, HistoryEventDetails details, MachineRun? earlier, JsonValue input)
    {
        Loop.RunningExecutions++;
        try
        {
            Transitions += type == HistoryEventType.ExecutionRedriven ? 1 : 0;
            Add(type, details, 0);
            var limit = StateMachine.Type == StatesLanguage.StateMachineType.Express ? ExpressLimit : StandardLimit;
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

            Output = output;
            End(new(WorkflowStatus.Succeeded, HistoryEventType.ExecutionSucceeded, null, null), new OutputDetails(output), _machine.LastEventId);
        }
        catch (StateException exception) when (_ending is null)
        {
            Fail(exception.Error, exception.Cause is "" ? null : exception.Cause);
        }
        catch (Exception) when (_ending is not null)
        {
            End(_ending, new ErrorDetails(_ending.Error, _ending.Cause), 0);
        }
#pragma warning disable CA1031 // A fault of the interpreter must not hang its user.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail("Stepwise.InternalError", $"The local interpreter failed at the state '{_machine?.Current?.Name}'. This is a fault of Stepwise, not of the definition: {exception}");
        }
    }

    private void Fail(string? error, string? cause)
        => End(new(WorkflowStatus.Failed, HistoryEventType.ExecutionFailed, error, cause), new ErrorDetails(error, cause), _machine?.LastEventId ?? 0);

    private void End(Ending ending, HistoryEventDetails details, long previousEventId)
    {
        _ending = ending;
        _timeout?.Dispose();
        _timeout = null;
        try
        {
            Add(ending.Type, details, previousEventId);
        }
        catch (InvalidOperationException) when (_isListenerBroken)
        {
            // The end stands, whatever its listener makes of it.
        }

        Volatile.Write(ref _stoppedAt, Loop.Now.UtcTicks);
        Error = ending.Error;
        Cause = ending.Cause;
        lock (_gate)
        {
            Status = ending.Status;
        }

        _cancellation.Cancel();
        Loop.RunningExecutions--;
        Service.Forget(this);
        _completion.TrySetResult();
        _ended.TrySetResult();
    }

    private void EndFromOutside(Ending ending)
    {
        if (_ending is null && Status == WorkflowStatus.Running)
        {
            _ending = ending;
            _cancellation.Cancel();
        }
    }

    private void StartTimeout(TimeSpan limit)
    {
        if (limit > LongestRealTimer && Loop.Time is not VirtualClock)
        {
            return;
        }

        _timeout = new(this);
        _timeout.Start(limit);
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
        if (Options.OnEvent is not { } onEvent || _handle is null || _isListenerBroken)
        {
            return;
        }

        try
        {
            onEvent(Handle, added);
        }
        catch (Exception exception)
        {
            // It is told nothing more, so that the execution can end.
            _isListenerBroken = true;
            throw new InvalidOperationException($"{nameof(LocalOptions)}.{nameof(LocalOptions.OnEvent)} threw an exception at the event {added.Id} ({added.Type}).", exception);
        }
    }

    /// <summary>Ends an execution after a time. A clock keeps timers longer than they are needed; this one does not keep the execution with it.</summary>
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

    /// <summary>How it ends.</summary>
    private sealed record Ending(WorkflowStatus Status, HistoryEventType Type, string? Error, string? Cause);
}
