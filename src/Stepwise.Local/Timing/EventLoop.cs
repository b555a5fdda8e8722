namespace Stepwise.Local.Timing;

/// <summary>Runs the items of all executions one after another. On a virtual clock, it advances the time when no item is left. The loop has no thread of its own: an item that is posted to an idle loop starts it on the thread pool.</summary>
/// <remarks>On a virtual clock, handlers run one at a time. While a handler runs and does not wait for the clock, no other item runs. The order of events then depends only on the definition and the handlers.</remarks>
internal sealed class EventLoop : IDisposable
{
    private readonly Queue<Action> _items = new();
    private readonly Queue<Action> _arrivals = new();
    private readonly VirtualClock? _clock;
    private object? _pump;
    private int _holds;
    private bool _isInItem;
    private bool _isDisposed;

    /// <summary>Creates a loop.</summary>
    /// <param name="time">The clock of the executions.</param>
    /// <param name="unresponsiveAfter">How long, in real time, a handler may take before the loop continues without it.</param>
    /// <param name="realTime">The clock by which that is measured; null for the system's.</param>
    public EventLoop(TimeProvider time, TimeSpan unresponsiveAfter, TimeProvider? realTime = null)
    {
        Time = time;
        _clock = time as VirtualClock;
        Handlers = new(this, isVirtual: _clock is not null, unresponsiveAfter, realTime ?? TimeProvider.System);
        _clock?.Attach(this);
    }

    /// <summary>The clock of the executions.</summary>
    public TimeProvider Time { get; }

    /// <summary>The time on the clock.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The longest time for a timer of the clock. For a clock that is not virtual it is 49 days, because timers of the system count milliseconds in 32 bits.</summary>
    public TimeSpan LongestTimer => _clock is null ? TimeSpan.FromDays(49) : TimeSpan.MaxValue;

    /// <summary>The calls of handlers that the loop makes.</summary>
    public HandlerCalls Handlers { get; }

    /// <summary>The number of running executions. While it is 0, a virtual clock does not advance.</summary>
    public int RunningExecutions { get; set; }

    /// <summary>Guards the loop and its calls of handlers.</summary>
    internal object Gate { get; } = new();

    /// <summary>Adds an item that runs after all items that were posted before. May be called from any thread.</summary>
    /// <param name="item">The item. It must not throw and must not block.</param>
    public void Post(Action item)
    {
        lock (Gate)
        {
            _items.Enqueue(item);
            Wake();
        }
    }

    /// <summary>Adds an item that follows from a cancellation. If the execution is being stopped, the item runs next, even while a handler runs. Otherwise it is posted.</summary>
    /// <param name="item">The item. It must not throw and must not block.</param>
    /// <param name="stop">Cancelled when the execution of the item is stopped.</param>
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

    /// <summary>Adds an item that runs before all posted items, even while the loop waits for a handler. Stopping an execution is such an item: it must not depend on user code that may not return. May be called from any thread.</summary>
    /// <param name="item">The item. It must not throw and must not block.</param>
    public void Interrupt(Action item)
    {
        lock (Gate)
        {
            _arrivals.Enqueue(item);
            Wake();
        }
    }

    /// <summary>Waits until a time. The task ends on the loop, in an item of its own.</summary>
    /// <param name="due">The time. If it has passed, the wait ends as soon as possible.</param>
    /// <param name="cancellation">Cancels the wait. It must be cancelled on the loop.</param>
    /// <param name="stop">Cancelled before <paramref name="cancellation"/> when the execution is stopped. The wait then ends even while a handler runs.</param>
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
                // The time is longer than the longest timer, so that the timer is started again.
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

    /// <summary>Stops a virtual clock until the result is disposed of. A test uses it while it does something that the loop cannot see.</summary>
    /// <returns>An object whose disposal lets the clock continue.</returns>
    public IDisposable Hold()
    {
        lock (Gate)
        {
            _holds++;
        }

        return new Hold(this);
    }

    /// <summary>Runs the items that are due now on this thread, unless another thread is running an item.</summary>
    public void Drain()
    {
        object token;
        lock (Gate)
        {
            if (_isDisposed || _isInItem)
            {
                return;
            }

            // A pump that was queued and has not begun sees another token and returns.
            _pump = token = new();
        }

        Pump(token);
    }

    /// <summary>Stops the loop. Items that have not begun are dropped.</summary>
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

    /// <summary>Makes the loop check again whether there is something to do.</summary>
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

    /// <summary>Whether an item runs before the next posted item. The caller holds the gate.</summary>
    internal bool HasArrivals => _arrivals.Count > 0;

    /// <summary>Adds an item that runs before all posted items. The caller holds the gate.</summary>
    /// <param name="item">The item.</param>
    internal void Arrive(Action item)
    {
        _arrivals.Enqueue(item);
        Wake();
    }

    /// <summary>Gives up the thread of the loop, because a handler blocks it. The caller holds the gate.</summary>
    internal void AbandonThread()
    {
        _pump = null;
        _isInItem = false;
    }

    /// <summary>Starts the loop on the thread pool, unless it runs. The caller holds the gate.</summary>
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
                    // Time advances only when no item is left.
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
