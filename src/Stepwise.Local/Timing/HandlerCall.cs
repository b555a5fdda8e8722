namespace Stepwise.Local.Timing;

/// <summary>A handler that is under way.</summary>
internal sealed class HandlerCall(EventLoop loop)
{
    private static readonly AsyncLocal<HandlerCall?> Ambient = new();
    private int _timers;

    /// <summary>The call in whose flow the code runs; null outside of handlers.</summary>
    public static HandlerCall? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Begins it.</summary>
    public Func<Task> Invoke { get; set; } = null!;

    /// <summary>Hands its result on.</summary>
    public Action<Task> Complete { get; set; } = null!;

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

    /// <summary>Goes on with it.</summary>
    /// <param name="continuation">What the timer does.</param>
    public void Resume(Action continuation) => loop.Resume(this, continuation);

    /// <summary>A timer of the clock was started in its flow.</summary>
    public void TimerStarted()
    {
        if (Interlocked.Increment(ref _timers) == 1)
        {
            loop.SetWaiting(this, true);
        }
    }

    /// <summary>A timer of the clock that was started in its flow fires or is stopped.</summary>
    public void TimerEnded()
    {
        if (Interlocked.Decrement(ref _timers) == 0)
        {
            loop.SetWaiting(this, false);
        }
    }
}
