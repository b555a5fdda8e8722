namespace Stepwise.Local.Timing;

/// <summary>Runs everything that executions do, one thing after another, and lets time pass when nothing is left to do. It has no thread of its own: whoever posts something to an idle loop has the thread pool run it.</summary>
/// <remarks>On a virtual clock handlers run one at a time: while one works and does not wait for the clock, nothing else happens, so that the order of events depends on nothing but the definition and the handlers.</remarks>
internal sealed class EventLoop : IDisposable
{
    private readonly Queue<Action> _items = new();
    private readonly Queue<Action> _arrivals = new();
    private readonly VirtualClock? _clock;
    private object? _pump;
    private int _holds;
    private bool _isInItem;
    private bool _isDisposed;

    /// <summary>A loop.</summary>
    /// <param name="time">The clock of the executions.</param>
    /// <param name="unresponsiveAfter">How long, in real time, a handler may take before the loop goes on without it.</param>
    /// <param name="realTime">The clock by which that is measured; null for the system's.</param>
    public EventLoop(TimeProvider time, TimeSpan unresponsiveAfter, TimeProvider? realTime = null)
    {
        Time = time;
        _clock = time as VirtualClock;
        Handlers = new(this, isVirtual: _clock is not null, unresponsiveAfter, realTime ?? TimeProvider.System);
        _clock?.Attach(this);
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The longest time that a timer of the clock takes: 49 days for a clock that is not virtual, because the timers of the system count milliseconds in 32 bits.</summary>
    public TimeSpan LongestTimer => _clock is null ? TimeSpan.FromDays(49) : TimeSpan.MaxValue;

    /// <summary>The calls of handlers that the loop makes.</summary>
    public HandlerCalls Handlers { get; }

    /// <summary>How many executions run. While none does, the clock stands.</summary>
    public int RunningExecutions { get; set; }

    /// <summary>Guards the loop and its calls of handlers.</summary>
    internal object Gate { get; } = new();

    /// <summary>Has the loop do something, after everything that it was given before. May be called from any thread.</summary>
    /// <param name="item">What to do. It must not throw and must not block.</param>
    public void Post(Action item)
    {
        lock (Gate)
        {
            _items.Enqueue(item);
            Wake();
        }
    }

    /// <summary>Posts what follows from a cancellation: in turn, or, if an execution is being stopped, at once, even while a handler works.</summary>
    /// <param name="item">What to do. It must not throw and must not block.</param>
    /// <param name="stop">Is cancelled when the execution that the item belongs to is stopped.</param>
    public void Continue(Action item, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            Interrupt(item);
        }
        else
        {
            Post(item);
        }
    }

    /// <summary>Has the loop do something before anything else, also while it waits for a handler: what must not depend on user code that may not come back, such as stopping an execution. May be called from any thread.</summary>
    /// <param name="item">What to do. It must not throw and must not block.</param>
    public void Interrupt(Action item)
    {
        lock (Gate)
        {
            _arrivals.Enqueue(item);
            Wake();
        }
    }

    /// <summary>Waits for a time. The task ends on the loop, in an item of its own.</summary>
    /// <param name="due">The time; one that has passed is now.</param>
    /// <param name="cancellation">Cancels the wait; to be cancelled on the loop.</param>
    /// <param name="stop">Is cancelled before <paramref name="cancellation"/> when the execution is stopped: the wait then ends even while a handler works.</param>
    /// <returns>The wait.</returns>
    public Task DelayUntilAsync(DateTimeOffset due, CancellationToken cancellation, CancellationToken stop = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var promise = new TaskCompletionSource();
        CancellationTokenRegistration registration = default;
        ITimer? timer = null;
        timer = Time.CreateTimer(_ => Post(Finish), null, Rest(), Timeout.InfiniteTimeSpan);
        registration = cancellation.UnsafeRegister(_ => Continue(Cancel, stop), null);
        return promise.Task;

        TimeSpan Rest()
        {
            var rest = due - Now;
            return rest <= TimeSpan.Zero ? TimeSpan.Zero : rest <= LongestTimer ? rest : LongestTimer;
        }

        void Finish()
        {
            if (due - Now > TimeSpan.FromDays(1) && !promise.Task.IsCompleted)
            {
                // The timer was the longest one, and not long enough.
                timer!.Change(Rest(), Timeout.InfiniteTimeSpan);
                return;
            }

            if (promise.TrySetResult())
            {
                registration.Dispose();
                timer!.Dispose();
            }
        }

        void Cancel()
        {
            if (promise.TrySetCanceled(cancellation))
            {
                timer!.Dispose();
            }
        }
    }

    /// <summary>Keeps a virtual clock where it is until the result is disposed: while a test does something that the loop cannot see.</summary>
    /// <returns>Lets the clock go on when it is disposed.</returns>
    public IDisposable Hold()
    {
        lock (Gate)
        {
            _holds++;
        }

        return new Hold(this);
    }

    /// <summary>Does what there is to do now on this thread, unless another thread is in the middle of something.</summary>
    public void Drain()
    {
        object token;
        lock (Gate)
        {
            if (_isDisposed || _isInItem)
            {
                return;
            }

            // A pump that has been asked for and has not begun does nothing.
            _pump = token = new();
        }

        Pump(token);
    }

    /// <summary>Stops. What was posted and has not begun is dropped.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            _isDisposed = true;
            _items.Clear();
            Handlers.StopWatching();
            _clock?.Detach(this);
        }
    }

    /// <summary>Has the loop look again whether there is something to do.</summary>
    public void Look()
    {
        lock (Gate)
        {
            Wake();
        }
    }

    /// <summary>Ends one <see cref="Timing.Hold"/>.</summary>
    internal void Release()
    {
        lock (Gate)
        {
            _holds--;
            Wake();
        }
    }

    /// <summary>Whether something comes before the next item. The gate is held.</summary>
    internal bool HasArrivals => _arrivals.Count > 0;

    /// <summary>Has the loop do something before anything else. The gate is held.</summary>
    /// <param name="item">What to do.</param>
    internal void Arrive(Action item)
    {
        _arrivals.Enqueue(item);
        Wake();
    }

    /// <summary>Goes on with another thread: a handler holds that of the loop. The gate is held.</summary>
    internal void AbandonThread()
    {
        _pump = null;
        _isInItem = false;
    }

    /// <summary>Has a thread run the loop, if none does. The gate is held.</summary>
    internal void Wake()
    {
        if (_pump is null && !_isDisposed)
        {
            _pump = new object();
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.Loop.Pump(state.Token), (Loop: this, Token: _pump), preferLocal: false);
        }
    }

    private void Pump(object token)
    {
        while (true)
        {
            Action? item;
            lock (Gate)
            {
                if (!ReferenceEquals(_pump, token))
                {
                    return;
                }

                _isInItem = false;
                if (_isDisposed)
                {
                    return;
                }

                if (!_arrivals.TryDequeue(out item) && (Handlers.IsBusy || !_items.TryDequeue(out item)))
                {
                    // Time passes only when nothing is left to do now.
                    if (Handlers.IsBusy || _holds > 0 || RunningExecutions == 0 || _clock is null || !_clock.TryAdvance(out item))
                    {
                        _pump = null;
                        return;
                    }
                }

                _isInItem = true;
            }

            item();
        }
    }
}
