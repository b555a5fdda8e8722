using System.Diagnostics;

namespace Stepwise.Local.Timing;

/// <summary>Runs everything that executions do, one thing after another, and lets time pass when nothing is left to do. It has no thread of its own: whoever posts something to an idle loop has the thread pool run it.</summary>
/// <remarks>
/// On a virtual clock handlers run one at a time: while one is under way and does not wait for the clock, nothing else happens, so that the order of events depends on nothing but the definition and the handlers.
/// A handler that does not come back within <see cref="UnresponsiveAfter"/> of real time is left alone, with the thread that it holds, and the loop goes on without it.
/// </remarks>
internal sealed class EventLoop : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<Action> _items = new();
    private readonly Queue<Action> _arrivals = new();
    private readonly VirtualClock? _clock;
    private readonly TimeProvider _realTime;
    private readonly HashSet<HandlerCall> _busy = [];
    private ITimer? _watchdog;
    private object? _pump;
    private HandlerCall? _current;
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
        UnresponsiveAfter = unresponsiveAfter;
        _realTime = realTime ?? TimeProvider.System;
        _clock = time as VirtualClock;
        _clock?.Attach(this);
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>How long, in real time, a handler may take before the loop goes on without it.</summary>
    public TimeSpan UnresponsiveAfter { get; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>How many executions run. While none does, the clock stands.</summary>
    public int RunningExecutions { get; set; }

    /// <summary>Has the loop do something, after everything that it was given before. May be called from any thread.</summary>
    /// <param name="item">What to do. It must not throw and must not block.</param>
    public void Post(Action item)
    {
        lock (_gate)
        {
            _items.Enqueue(item);
            Wake();
        }
    }

    /// <summary>Has the loop do something before anything else, also while it waits for a handler: what must not depend on user code that may not come back, such as stopping an execution. May be called from any thread.</summary>
    /// <param name="item">What to do. It must not throw and must not block.</param>
    public void Interrupt(Action item)
    {
        lock (_gate)
        {
            _arrivals.Enqueue(item);
            Wake();
        }
    }

    /// <summary>Waits for a time. The task ends on the loop, in an item of its own.</summary>
    /// <param name="due">The time; one that has passed is now.</param>
    /// <param name="cancellation">Cancels the wait; to be cancelled on the loop.</param>
    /// <returns>The wait.</returns>
    public Task DelayUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var promise = new TaskCompletionSource();
        CancellationTokenRegistration registration = default;
        ITimer? timer = null;
        var now = Now;
        timer = Time.CreateTimer(_ => Post(Finish), null, due <= now ? TimeSpan.Zero : due - now, Timeout.InfiniteTimeSpan);
        registration = cancellation.UnsafeRegister(_ => Post(Cancel), null);
        return promise.Task;

        void Finish()
        {
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

    /// <summary>Calls a handler: user code, of which nothing is known. The task ends on the loop, in an item of its own, with what the handler's task ended with.</summary>
    /// <typeparam name="T">What the handler returns.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="context">The context, such as async locals, in which it runs; null for none.</param>
    /// <param name="cancellation">Ends the wait for the handler, and tells the handler; to be cancelled on the loop.</param>
    /// <param name="abandoned">Is called on the loop when it goes on without the handler, which did not come back; null for nothing.</param>
    /// <returns>The call.</returns>
    public Task<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> handler, ExecutionContext? context, CancellationToken cancellation, Action? abandoned = null)
    {
        var promise = new TaskCompletionSource<T>();
        var call = new HandlerCall(this) { Abandoned = abandoned };

        // The handler has a token of its own: what it does when it is cancelled is user code, too.
        var told = cancellation.CanBeCanceled ? new CancellationTokenSource() : null;
        var registration = cancellation.UnsafeRegister(_ => Interrupt(Cancel), null);
        call.Invoke = () =>
        {
            if (cancellation.IsCancellationRequested)
            {
                return Task.FromCanceled<T>(cancellation);
            }

            try
            {
                return handler(told?.Token ?? default).AsTask();
            }
#pragma warning disable CA1031 // Whatever a handler throws is its result.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                return Task.FromException<T>(exception);
            }
        };
        call.Complete = task =>
        {
            registration.Dispose();
            switch (task)
            {
                case { IsCanceled: true }:
                    promise.TrySetException(new TaskCanceledException(task));
                    break;
                case { IsFaulted: true }:
                    // Observed, whether or not somebody still waits for it.
                    promise.TrySetException(task.Exception!.InnerExceptions);
                    _ = promise.Task.Exception;
                    break;
                default:
                    promise.TrySetResult(((Task<T>)task).Result);
                    break;
            }
        };
        Post(() => Run(call, context));
        return promise.Task;

        void Cancel()
        {
            promise.TrySetCanceled(cancellation);
            Tell(call, told!);
        }
    }

    /// <summary>Keeps a virtual clock where it is until the result is disposed: while a test does something that the loop cannot see.</summary>
    /// <returns>Lets the clock go on when it is disposed.</returns>
    public IDisposable Hold()
    {
        lock (_gate)
        {
            _holds++;
        }

        return new Held(this);
    }

    /// <summary>Does what there is to do now on this thread, unless another thread is in the middle of something.</summary>
    public void Drain()
    {
        object token;
        lock (_gate)
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
        lock (_gate)
        {
            _isDisposed = true;
            _items.Clear();
            _watchdog?.Dispose();
            _watchdog = null;
            _clock?.Detach(this);
        }
    }

    /// <summary>Has the loop look again whether there is something to do.</summary>
    public void Look()
    {
        lock (_gate)
        {
            Wake();
        }
    }

    /// <summary>A handler begins or ends to wait for the clock: while it does, it does not keep the loop.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isWaiting">Whether it waits.</param>
    public void SetWaiting(HandlerCall call, bool isWaiting)
    {
        lock (_gate)
        {
            if (!call.IsPending || call.IsUnresponsive)
            {
                return;
            }

            if (isWaiting)
            {
                _busy.Remove(call);
                Wake();
            }
            else
            {
                call.BusySince = _realTime.GetTimestamp();
                _busy.Add(call);
            }
        }
    }

    /// <summary>Goes on with a handler that waited for the clock.</summary>
    /// <param name="call">The call.</param>
    /// <param name="continuation">What the timer does.</param>
    public void Resume(HandlerCall call, Action continuation)
    {
        lock (_gate)
        {
            call.BusySince = _realTime.GetTimestamp();
            _current = call;
        }

        continuation();
        lock (_gate)
        {
            if (ReferenceEquals(_current, call))
            {
                _current = null;
            }
        }
    }

    private void Wake()
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
            lock (_gate)
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

                if (!_arrivals.TryDequeue(out item) && (_busy.Count > 0 || !_items.TryDequeue(out item)))
                {
                    // Time passes only when nothing is left to do now.
                    if (_busy.Count > 0 || _holds > 0 || RunningExecutions == 0 || _clock is null || !_clock.TryAdvance(out item))
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

    private void Run(HandlerCall call, ExecutionContext? context)
    {
        if (_clock is null)
        {
            // In real time handlers run side by side.
            call.IsPending = true;
            ThreadPool.UnsafeQueueUserWorkItem(_ => Invoke(call, context).ContinueWith(Arrive, call, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default), null);
            return;
        }

        lock (_gate)
        {
            call.IsPending = true;
            call.BusySince = _realTime.GetTimestamp();
            _current = call;
            _watchdog ??= _realTime.CreateTimer(static loop => ((EventLoop)loop!).Watch(), this, UnresponsiveAfter / 4, UnresponsiveAfter / 4);
        }

        var task = Invoke(call, context);
        bool isDone;
        lock (_gate)
        {
            if (ReferenceEquals(_current, call))
            {
                _current = null;
            }

            // What has interrupted while the handler ran, or was asked for by the handler itself, comes before its result.
            isDone = task.IsCompleted && !call.IsUnresponsive && _arrivals.Count == 0;
            if (!task.IsCompleted && !call.IsUnresponsive && !call.IsWaiting)
            {
                _busy.Add(call);
            }
        }

        if (isDone)
        {
            call.IsPending = false;
            call.Complete(task);
        }
        else
        {
            _ = task.ContinueWith(Arrive, call, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Tells a handler that nobody waits for it any more.</summary>
    private void Tell(HandlerCall call, CancellationTokenSource told)
    {
        lock (_gate)
        {
            if (_clock is not null)
            {
                call.BusySince = _realTime.GetTimestamp();
                _current = call;
            }
        }

        try
        {
            told.Cancel();
        }
        catch (AggregateException)
        {
            // What the handler does with it is its own affair.
        }

        lock (_gate)
        {
            if (ReferenceEquals(_current, call))
            {
                _current = null;
            }
        }
    }

    private static Task Invoke(HandlerCall call, ExecutionContext? context)
    {
        Task? task = null;
        if (context is null)
        {
            HandlerCall.Current = call;
            task = call.Invoke();
            HandlerCall.Current = null;
            return task;
        }

        ExecutionContext.Run(
            context,
            _ =>
            {
                HandlerCall.Current = call;
                task = call.Invoke();
            },
            null);
        return task!;
    }

    private void Arrive(Task task, object? state)
    {
        var call = (HandlerCall)state!;

        // Seen, even if the loop is disposed of before it looks.
        _ = task.Exception;
        lock (_gate)
        {
            call.IsPending = false;
            _busy.Remove(call);
            _arrivals.Enqueue(() => call.Complete(task));
            Wake();
        }
    }

    /// <summary>Looks for handlers that do not come back.</summary>
    private void Watch()
    {
        if (Debugger.IsAttached)
        {
            return;
        }

        lock (_gate)
        {
            if (_current is { } current && _realTime.GetElapsedTime(current.BusySince) > UnresponsiveAfter)
            {
                // It holds the loop's thread: another one takes over.
                Abandon(current);
                _current = null;
                _pump = null;
                _isInItem = false;
            }

            foreach (var call in _busy)
            {
                if (_realTime.GetElapsedTime(call.BusySince) > UnresponsiveAfter)
                {
                    Abandon(call);
                }
            }

            _busy.RemoveWhere(call => call.IsUnresponsive);
            Wake();
        }
    }

    private void Abandon(HandlerCall call)
    {
        call.IsUnresponsive = true;
        if (call.Abandoned is { } abandoned)
        {
            _arrivals.Enqueue(abandoned);
        }
    }

    private sealed class Held(EventLoop loop) : IDisposable
    {
        private int _isReleased;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                lock (loop._gate)
                {
                    loop._holds--;
                    loop.Wake();
                }
            }
        }
    }
}
