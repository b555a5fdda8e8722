using System.Globalization;
using Stepwise.Json;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>One attempt of a Task. The first of these ends it: the result of the handler, the return of its token, a timeout, the end of the visit. Members are used on the loop.</summary>
internal sealed class TaskAttempt : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private ITimer? _timeout;
    private ITimer? _heartbeat;
    private TaskCompletionSource? _waiting;
    private int _claims;
    private bool _isOver;
    private bool _isAbandoned;

    public TaskAttempt(StateVisit visit, TaskRequest request, TaskLimits limits, string? roleArn)
    {
        Visit = visit;
        Request = request;
        Limits = limits;
        RoleArn = roleArn;
        _cancellation = visit.Cancellation.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(visit.Cancellation) : new();
        Cancellation = _cancellation.Token;
    }

    public StateVisit Visit { get; }

    public Execution Execution => Visit.Execution;

    /// <summary>The request for the handler.</summary>
    public TaskRequest Request { get; }

    public TaskLimits Limits { get; }

    /// <summary>The role in which the task acts; null for the execution's.</summary>
    public string? RoleArn { get; }

    /// <summary>The handler, or null if no handler was added for the task.</summary>
    public TaskHandler? Handler { get; init; }

    /// <summary>Whether the handler returns the result of a function. Otherwise it returns the response of a service.</summary>
    public bool IsFunctionHandler { get; init; }

    /// <summary>The handler that starts the job of a <c>.sync</c> task; null if one handler does all the work.</summary>
    public TaskHandler? JobStart { get; init; }

    /// <summary>The result or the failure that replaces the call of the handler; null if the handler is called.</summary>
    public TaskAnswer? Injected { get; init; }

    /// <summary>The delay that a fault adds.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether a fault lets the task time out.</summary>
    public bool NeverEnds { get; init; }

    /// <summary>Whether the result of a mock does not change: the members that AWS adds are not added.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether the work is really done, and not replaced by a mock or a fault.</summary>
    public bool IsReal => Injected is null && !NeverEnds;

    /// <summary>Whether the history has the event of the call that starts what the task waits for.</summary>
    public bool IsSubmitted { get; set; }

    /// <summary>Whether the return of the token ends the call of the handler.</summary>
    public bool AnswerEndsCall { get; set; }

    /// <summary>The answer that came back with the token; null until then.</summary>
    public TaskAnswer? Answer { get; private set; }

    /// <summary>Whether a timeout ended the attempt.</summary>
    public bool IsTimedOut { get; private set; }

    /// <summary>The reason for the timeout, if there is more to say than AWS would; otherwise null.</summary>
    public string? TimeoutCause => _isAbandoned
        ? string.Create(CultureInfo.InvariantCulture, $"The handler of the state '{Request.StateName}' did not come back within {Loop.Handlers.UnresponsiveAfter.TotalSeconds} s of real time, so that the clock went on without it.")
        : null;

    /// <summary>Cancelled when the attempt is over.</summary>
    public CancellationToken Cancellation { get; }

    private EventLoop Loop => Execution.Loop;

    /// <summary>Starts the timers of the task.</summary>
    public void Begin()
    {
        if (Limits.Timeout is { } timeout)
        {
            _timeout = StartTimer(TimeSpan.FromSeconds(timeout));
        }

        if (Limits.Heartbeat is { } heartbeat)
        {
            _heartbeat = StartTimer(TimeSpan.FromSeconds(heartbeat));
        }
    }

    /// <summary>Records a heartbeat of the worker.</summary>
    public void Beat()
    {
        if (!_isOver && Limits.Heartbeat is { } heartbeat)
        {
            _heartbeat?.Change(TimeSpan.FromSeconds(heartbeat), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Claims the right to answer. Only the first claim succeeds. May be called from any thread.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _claims, 1) == 0;

    /// <summary>Takes the answer that comes back with the token. After the end of the attempt, it changes nothing.</summary>
    /// <param name="answer">The answer.</param>
    public void AnswerWith(TaskAnswer answer)
    {
        if (_isOver || Answer is not null)
        {
            return;
        }

        Answer = answer;
        if (AnswerEndsCall)
        {
            _cancellation.Cancel();
        }

        // The code that waits for the answer runs at once. The attempt may be over when this returns.
        _waiting?.TrySetResult();
    }

    /// <summary>Does the work: calls the handler, or applies the mock or the fault. If the return of the token ends the call, a token that comes back during the call wins.</summary>
    /// <returns>The result of the handler.</returns>
    /// <exception cref="TaskFailedException">The work fails.</exception>
    /// <exception cref="OperationCanceledException">The attempt is over: <see cref="IsTimedOut"/>, or the visit was ended.</exception>
    public ValueTask<JsonValue> WorkAsync()
    {
        if (NeverEnds || AnswerEndsCall || Delay > TimeSpan.Zero)
        {
            return WorkLongAsync();
        }

        return Injected is null ? CallAsync(Handler!) : new(Injected.GetResult());
    }

    private async ValueTask<JsonValue> WorkLongAsync()
    {
        try
        {
            await DelayAsync();
            return Injected?.GetResult() ?? await CallAsync(Handler!);
        }
        catch (OperationCanceledException) when (Answer is not null && !IsTimedOut && !Visit.Cancellation.IsCancellationRequested)
        {
            return Answer.GetResult();
        }
    }

    /// <summary>Waits for the delay of the faults.</summary>
    public async ValueTask DelayAsync()
    {
        if (NeverEnds)
        {
            await NeverAsync();
        }

        if (Delay > TimeSpan.Zero)
        {
            await Loop.DelayUntilAsync(Loop.Now + Delay, Cancellation, Execution.Cancellation);
        }
    }

    /// <summary>Calls a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>The result of the handler.</returns>
    /// <exception cref="TaskFailedException">The handler throws.</exception>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    public async ValueTask<JsonValue> CallAsync(TaskHandler handler)
    {
        try
        {
            return await Loop.Handlers.CallAsync(cancellation => handler(Request, cancellation), Execution.HandlerContext, Cancellation, Abandon) ?? JsonNull.Instance;
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            var isAnswered = AnswerEndsCall && Answer is not null;
            throw _isAbandoned && !IsTimedOut && !isAnswered && !Visit.Cancellation.IsCancellationRequested ? Unresponsive() : new OperationCanceledException(Cancellation);
        }
#pragma warning disable CA1031 // Every exception of a handler is the failure of its task.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Execution.NoteException(Request.StateName, exception);
            throw FunctionFailure.Of(exception);
        }
    }

    /// <summary>Calls the handler and does not wait for its result, as an asynchronous invocation does. The result or the exception of the handler is ignored.</summary>
    /// <returns>Ends when the handler has begun.</returns>
    public Task FireAsync()
    {
        _ = Loop.Handlers.CallAsync(cancellation => Handler!(Request, cancellation), Execution.HandlerContext, CancellationToken.None);
        var begun = new TaskCompletionSource();
        Loop.Post(begun.SetResult);
        return begun.Task;
    }

    /// <summary>Waits until the token comes back.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="TaskFailedException">The answer is a failure.</exception>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    public async ValueTask<JsonValue> AnswerAsync()
    {
        await UntilAsync(() => Answer is not null);
        return Answer!.GetResult();
    }

    /// <summary>Waits until a condition is true. The condition is checked now, after each <see cref="Wake"/> and after an answer.</summary>
    /// <param name="isSo">The condition.</param>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    public async ValueTask UntilAsync(Func<bool> isSo)
    {
        var stop = Execution.Cancellation;
        while (!isSo())
        {
            Cancellation.ThrowIfCancellationRequested();
            var waiting = new TaskCompletionSource();
            _waiting = waiting;
            using (Cancellation.UnsafeRegister(_ => Loop.Continue(() => waiting.TrySetCanceled(Cancellation), stop), null))
            {
                await waiting.Task;
            }
        }
    }

    /// <summary>Makes <see cref="UntilAsync"/> check its condition again.</summary>
    public void Wake() => _waiting?.TrySetResult();

    /// <summary>Ends the attempt.</summary>
    public void Dispose()
    {
        _isOver = true;
        _timeout?.Dispose();
        _heartbeat?.Dispose();
        _cancellation.Dispose();
    }

    private async ValueTask NeverAsync()
    {
        if (Limits is { Timeout: null, Heartbeat: null })
        {
            TimeOut();
        }

        await UntilAsync(() => false);
    }

    /// <summary>Starts a timer that ends the attempt; null if the time is longer than the longest timer.</summary>
    private ITimer? StartTimer(TimeSpan due)
        => due <= Loop.LongestTimer ? Loop.Time.CreateTimer(static attempt => ((TaskAttempt)attempt!).Loop.Post(((TaskAttempt)attempt).TimeOut), this, due, Timeout.InfiniteTimeSpan) : null;

    private void TimeOut()
    {
        if (!_isOver && !_cancellation.IsCancellationRequested)
        {
            IsTimedOut = true;
            _cancellation.Cancel();
        }
    }

    /// <summary>Called when the loop continues without the handler. AWS would wait until the timeout of the state. If the state has no timeout, the attempt fails at once.</summary>
    private void Abandon()
    {
        if (!_isOver)
        {
            _isAbandoned = true;
            if (Limits is { Timeout: null, Heartbeat: null })
            {
                _cancellation.Cancel();
            }
        }
    }

    private StateException Unresponsive() => new(
        LocalErrors.HandlerUnresponsive,
        TimeoutCause + " The state has no TimeoutSeconds after which it would be given up. Have the handler wait by the clock of its request (Task.Delay(delay, request.TimeProvider)) or return, or set LocalOptions.UnresponsiveAfter higher.",
        isCatchable: false);
}
