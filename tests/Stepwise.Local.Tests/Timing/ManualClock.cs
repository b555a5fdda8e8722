namespace Stepwise.Local.Tests.Timing;

/// <summary>A clock that moves only when a test moves it. A timer runs on the thread that moves the clock.</summary>
internal sealed class ManualClock : TimeProvider
{
    /// <summary>How long, in real time, a test waits for another thread before it fails.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Blocks until as many timers run as are expected, or until the work is done.</summary>
    public void WaitForTimers(int count, Task work)
    {
        _ = work.ContinueWith(_ => Pulse(), TaskScheduler.Default);
        lock (_gate)
        {
            while (_timers.Count != count && !work.IsCompleted)
            {
                Assert.True(Monitor.Wait(_gate, _patience), $"{_timers.Count} timers run, and {count} are expected.");
            }
        }
    }

    /// <summary>Moves the clock, and runs the timers that are due, in order.</summary>
    public void Advance(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (Next(end) is { } timer)
        {
            timer.Callback();
        }
    }

    private ManualTimer? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            _now = next?.Due ?? end;
            if (next?.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else if (next is not null)
            {
                _timers.Remove(next);
            }

            return next;
        }
    }

    private void Pulse()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        public Action Callback { get; } = callback;

        public DateTimeOffset Due { get; set; }

        /// <summary>The time from one call to the next; zero or infinite for a single call.</summary>
        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    (Due, Period) = (clock._now + dueTime, period);
                    clock._timers.Add(this);
                }

                Monitor.PulseAll(clock._gate);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
