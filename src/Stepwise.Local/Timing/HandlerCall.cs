namespace Stepwise.Local.Timing;

/// <summary>A handler that is under way.</summary>
internal abstract class HandlerCall(HandlerCalls calls)
{
    private static readonly AsyncLocal<HandlerCall?> _ambient = new();
    private int _timers;

    /// <summary>The call in whose flow the code runs; null outside of handlers.</summary>
    public static HandlerCall? Current
    {
        get => _ambient.Value;
        set => _ambient.Value = value;
    }

    /// <summary>Is called on the loop when it goes on without the handler; null for nothing.</summary>
    public Action? Abandoned { get; init; }

    /// <summary>Whether it has begun and not ended.</summary>
    public bool IsPending { get; set; }

    /// <summary>Whether the loop went on without it.</summary>
    public bool IsUnresponsive { get; set; }

    /// <summary>When it last began to keep the loop.</summary>
    public long BusySince { get; set; }

    /// <summary>Whether it waits for the clock.</summary>
    public bool IsWaiting => Volatile.Read(ref _timers) > 0;

    /// <summary>Whether a loop calls the handler.</summary>
    /// <param name="loop">The loop.</param>
    public bool IsOf(EventLoop loop) => ReferenceEquals(calls, loop.Handlers);

    /// <summary>Calls the handler.</summary>
    /// <returns>The handler's task; what the handler throws is in it.</returns>
    public abstract Task Invoke();

    /// <summary>Hands the result on. On the loop.</summary>
    /// <param name="task">The task that <see cref="Invoke"/> returned, which has ended.</param>
    public abstract void Complete(Task task);

    /// <summary>Goes on with it.</summary>
    /// <param name="continuation">What the timer does.</param>
    public void Resume(Action continuation) => calls.Resume(this, continuation);

    /// <summary>A timer of the clock was started in its flow.</summary>
    public void TimerStarted()
    {
        if (Interlocked.Increment(ref _timers) == 1)
        {
            calls.SetWaiting(this, true);
        }
    }

    /// <summary>A timer of the clock that was started in its flow fires or is stopped.</summary>
    public void TimerEnded()
    {
        if (Interlocked.Decrement(ref _timers) == 0)
        {
            calls.SetWaiting(this, false);
        }
    }
}
