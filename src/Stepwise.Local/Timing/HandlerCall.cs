namespace Stepwise.Local.Timing;

/// <summary>A call of a handler.</summary>
internal abstract class HandlerCall(HandlerCalls calls)
{
    private static readonly AsyncLocal<HandlerCall?> _ambient = new();
    private int _timers;

    /// <summary>The call of the handler that the current code belongs to; null outside of handlers.</summary>
    public static HandlerCall? Current
    {
        get => _ambient.Value;
        set => _ambient.Value = value;
    }

    /// <summary>Called on the loop when the loop continues without the handler. Null means no callback.</summary>
    public Action? Abandoned { get; init; }

    /// <summary>Whether the handler has begun and not ended.</summary>
    public bool IsPending { get; set; }

    /// <summary>Whether the loop continued without the handler.</summary>
    public bool IsUnresponsive { get; set; }

    /// <summary>The time, in timestamps of the real clock, at which the handler last began to keep the loop busy.</summary>
    public long BusySince { get; set; }

    /// <summary>Whether the handler waits for the clock.</summary>
    public bool IsWaiting => Volatile.Read(ref _timers) > 0;

    /// <summary>Whether the call belongs to a loop.</summary>
    /// <param name="loop">The loop.</param>
    public bool IsOf(EventLoop loop) => ReferenceEquals(calls, loop.Handlers);

    /// <summary>Calls the handler.</summary>
    /// <returns>The handler's task. An exception of the handler is in the task.</returns>
    public abstract Task Invoke();

    /// <summary>Completes the call with the result. Called on the loop.</summary>
    /// <param name="task">The task that <see cref="Invoke"/> returned, which has ended.</param>
    public abstract void Complete(Task task);

    /// <summary>Continues the handler.</summary>
    /// <param name="continuation">The callback of the timer.</param>
    public void Resume(Action continuation) => calls.Resume(this, continuation);

    /// <summary>Called when the handler starts a timer of the clock.</summary>
    public void TimerStarted()
    {
        if (Interlocked.Increment(ref _timers) == 1)
        {
            calls.SetWaiting(this, true);
        }
    }

    /// <summary>Called when a timer that the handler started fires or is stopped.</summary>
    public void TimerEnded()
    {
        if (Interlocked.Decrement(ref _timers) == 0)
        {
            calls.SetWaiting(this, false);
        }
    }
}
