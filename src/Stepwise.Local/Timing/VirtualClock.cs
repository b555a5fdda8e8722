using Stepwise.Local.Timing;

namespace Stepwise.Local;

/// <summary>A clock that stands while there is something to do, and then jumps to the next time at which something is due. Waits, retries, timeouts and heartbeats take no real time on it.
/// Handlers that wait by it (<c>Task.Delay(delay, clock)</c>) take part.</summary>
public sealed class VirtualClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<ClockTimer, (long Due, long Order)> _timers = new();
    private readonly long _startedAt;
    private EventLoop? _loop;
    private long _now;
    private long _order;
    private int _stopped;

    /// <summary>A clock that starts at midnight of the first of January 2025, UTC.</summary>
    public VirtualClock()
        : this(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that starts at a time.</summary>
    /// <param name="startsAt">The time.</param>
    public VirtualClock(DateTimeOffset startsAt) => _now = _startedAt = startsAt.UtcTicks;

    /// <summary>Whether the clock goes on by itself when nothing is left to do. The default is true. If false, the clock stands until <see cref="Advance"/>.</summary>
    public bool AutoAdvance { get; init; } = true;

    /// <summary>How much time has passed on the clock.</summary>
    public TimeSpan Elapsed => new(Volatile.Read(ref _now) - _startedAt);

    /// <summary>UTC.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, timer by timer. If a <see cref="LocalStepFunctions"/> uses the clock, what is due runs soon after this returns; otherwise before.</summary>
    /// <param name="by">How much time passes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = Volatile.Read(ref _now) + by.Ticks;
        while (TryTake(target, out var fire))
        {
            if (_loop is { } loop)
            {
                loop.Post(fire);
            }
            else
            {
                fire();
            }
        }

        lock (_gate)
        {
            _now = Math.Max(_now, target);
        }
    }

    /// <summary>Keeps the clock where it is until the result is disposed. A test uses it while it does something that executions wait for, such as sending a task token back from another thread.</summary>
    /// <returns>An object whose disposal lets the clock go on.</returns>
    /// <exception cref="InvalidOperationException">No <see cref="LocalStepFunctions"/> uses this clock.</exception>
    public IDisposable Hold() => _loop?.Hold() ?? throw new InvalidOperationException("No LocalStepFunctions uses this clock. Give the clock to one (LocalOptions.TimeProvider) before Hold.");

    /// <summary>Advances to the next time at which a timer is due.</summary>
    internal bool TryAdvance(out Action fire)
    {
        fire = null!;
        return AutoAdvance && TryTake(long.MaxValue, out fire);
    }

    internal void Attach(EventLoop loop)
    {
        if (Interlocked.CompareExchange(ref _loop, loop, null) is not null)
        {
            throw new InvalidOperationException("This VirtualClock already drives other executions that have not been disposed of. Give each run a clock of its own, or run them in one LocalStepFunctions.");
        }
    }

    internal void Detach(EventLoop loop) => Interlocked.CompareExchange(ref _loop, null, loop);

    private bool TryTake(long target, out Action fire)
    {
        fire = null!;
        ClockTimer timer;
        lock (_gate)
        {
            while (true)
            {
                if (!_timers.TryPeek(out timer!, out var next) || next.Due > target)
                {
                    return false;
                }

                _timers.Dequeue();
                if (timer.Order == next.Order)
                {
                    _now = Math.Max(_now, next.Due);
                    break;
                }

                _stopped--;
            }
        }

        fire = timer.Fire;
        return true;
    }

    private long Schedule(ClockTimer timer, TimeSpan dueTime)
    {
        long order;
        lock (_gate)
        {
            order = ++_order;
            timer.Order = order;
            var due = dueTime.Ticks > DateTimeOffset.MaxValue.UtcTicks - _now ? DateTimeOffset.MaxValue.UtcTicks : _now + dueTime.Ticks;
            _timers.Enqueue(timer, (due, order));
        }

        _loop?.Look();
        return order;
    }

    /// <summary>Removes the stopped timers once they are more than half of all timers, so that they do not keep their callbacks in memory.</summary>
    private void Sweep()
    {
        if (_stopped > 64 && _stopped > _timers.Count / 2)
        {
            var live = _timers.UnorderedItems.Where(item => item.Element.Order == item.Priority.Order).ToArray();
            _timers.Clear();
            _timers.EnqueueRange(live);
            _stopped = 0;
        }
    }

    private sealed class ClockTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly HandlerCall? _call = HandlerCall.Current;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>The number of the timer's last start, in the order of all starts. It is 0 if the timer is stopped.</summary>
        public long Order { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Stop();
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _call?.TimerStarted();
                clock.Schedule(this, dueTime);
            }

            return true;
        }

        public void Fire()
        {
            if (Stop(isFired: true))
            {
                if (_period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero)
                {
                    _call?.TimerStarted();
                    clock.Schedule(this, _period);
                }

                if (_call is null)
                {
                    callback(state);
                }
                else
                {
                    _call.Resume(() => callback(state));
                }
            }
        }

        public void Dispose() => Stop();

        public ValueTask DisposeAsync()
        {
            Stop();
            return default;
        }

        private bool Stop(bool isFired = false)
        {
            lock (clock._gate)
            {
                if (Order == 0)
                {
                    return false;
                }

                Order = 0;
                if (!isFired)
                {
                    clock._stopped++;
                    clock.Sweep();
                }
            }

            _call?.TimerEnded();
            return true;
        }
    }
}
