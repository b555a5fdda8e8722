using Stepwise.Local.Timing;

namespace Stepwise.Local.Tests.Timing;

/// <summary>Stands for real time in tests: it passes only when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly VirtualClock _clock = new() { AutoAdvance = false };

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // No loop is to know that a handler waits by this clock, as none knows of timers of the system.
        var handler = HandlerCall.Current;
        HandlerCall.Current = null;
        try
        {
            return _clock.CreateTimer(callback, state, dueTime, period);
        }
        finally
        {
            HandlerCall.Current = handler;
        }
    }

    /// <summary>Lets time pass. What is due has run when this returns.</summary>
    public void Advance(TimeSpan by) => _clock.Advance(by);
}
