using System.Diagnostics;

namespace Stepwise.Local.Timing;

/// <summary>Calls handlers for a loop: user code, of which nothing is known. A handler that does not come back within <see cref="UnresponsiveAfter"/> of real time is left alone, with the thread that it holds, and the loop goes on without it.</summary>
internal sealed class HandlerCalls
{
    private readonly EventLoop _loop;
    private readonly bool _isVirtual;
    private readonly TimeProvider _realTime;
    private readonly HashSet<HandlerCall> _busy = [];
    private ITimer? _watchdog;
    private HandlerCall? _current;

    /// <summary>The calls of a loop.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="isVirtual">Whether the loop's clock is virtual: handlers then run one at a time, and are watched.</param>
    /// <param name="unresponsiveAfter">How long, in real time, a handler may take before the loop goes on without it.</param>
    /// <param name="realTime">The clock by which that is measured.</param>
    public HandlerCalls(EventLoop loop, bool isVirtual, TimeSpan unresponsiveAfter, TimeProvider realTime)
    {
        _loop = loop;
        _isVirtual = isVirtual;
        _realTime = realTime;
        UnresponsiveAfter = unresponsiveAfter;
    }

    /// <summary>How long, in real time, a handler may take before the loop goes on without it.</summary>
    public TimeSpan UnresponsiveAfter { get; }

    /// <summary>Whether a handler keeps the loop. The gate of the loop is held.</summary>
    public bool IsBusy => _busy.Count > 0;

    /// <summary>Calls a handler: user code, of which nothing is known. The task ends on the loop, in an item of its own, with what the handler's task ended with.</summary>
    /// <typeparam name="T">What the handler returns.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="context">The context, such as async locals, in which it runs; null for none.</param>
    /// <param name="cancellation">Ends the wait for the handler, and tells the handler; to be cancelled on the loop.</param>
    /// <param name="abandoned">Is called on the loop when it goes on without the handler, which did not come back; null for nothing.</param>
    /// <returns>The call.</returns>
    public Task<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> handler, ExecutionContext? context, CancellationToken cancellation, Action? abandoned = null)
    {
        var call = new HandlerCall<T>(this, _loop, handler, cancellation) { Abandoned = abandoned };
        _loop.Post(() => Run(call, context));
        return call.Result;
    }

    /// <summary>A handler begins or ends to wait for the clock: while it does, it does not keep the loop.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isWaiting">Whether it waits.</param>
    public void SetWaiting(HandlerCall call, bool isWaiting)
    {
        lock (_loop.Gate)
        {
            // In real time no handler keeps the loop.
            if (!_isVirtual || !call.IsPending || call.IsUnresponsive)
            {
                return;
            }

            if (isWaiting)
            {
                _busy.Remove(call);
                _loop.Wake();
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
        lock (_loop.Gate)
        {
            call.BusySince = _realTime.GetTimestamp();
            _current = call;
        }

        continuation();
        lock (_loop.Gate)
        {
            if (ReferenceEquals(_current, call))
            {
                _current = null;
            }
        }
    }

    /// <summary>Stops the watchdog. The gate of the loop is held.</summary>
    public void StopWatching()
    {
        _watchdog?.Dispose();
        _watchdog = null;
    }

    private void Run(HandlerCall call, ExecutionContext? context)
    {
        if (!_isVirtual)
        {
            // In real time handlers run side by side.
            call.IsPending = true;
            ThreadPool.UnsafeQueueUserWorkItem(_ => Invoke(call, context).ContinueWith(Arrive, call, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default), null);
            return;
        }

        lock (_loop.Gate)
        {
            call.IsPending = true;
            call.BusySince = _realTime.GetTimestamp();
            _current = call;
            _watchdog ??= _realTime.CreateTimer(static calls => ((HandlerCalls)calls!).Watch(), this, UnresponsiveAfter / 4, UnresponsiveAfter / 4);
        }

        var task = Invoke(call, context);
        bool isDone;
        lock (_loop.Gate)
        {
            if (ReferenceEquals(_current, call))
            {
                _current = null;
            }

            // What has interrupted while the handler ran, or was asked for by the handler itself, comes before its result.
            isDone = task.IsCompleted && !call.IsUnresponsive && !_loop.HasArrivals;
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
    /// <param name="call">The call.</param>
    /// <param name="told">The source of the handler's token.</param>
    public void Tell(HandlerCall call, CancellationTokenSource told)
    {
        lock (_loop.Gate)
        {
            if (_isVirtual)
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
            // What the handler does when it is cancelled does not concern the execution.
        }

        lock (_loop.Gate)
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
        lock (_loop.Gate)
        {
            call.IsPending = false;
            _busy.Remove(call);
            _loop.Arrive(() => call.Complete(task));
        }
    }

    /// <summary>Looks for handlers that do not come back.</summary>
    private void Watch()
    {
        if (Debugger.IsAttached)
        {
            return;
        }

        lock (_loop.Gate)
        {
            if (_current is { } current && _realTime.GetElapsedTime(current.BusySince) > UnresponsiveAfter)
            {
                // It holds the loop's thread: another one takes over.
                Abandon(current);
                _current = null;
                _loop.AbandonThread();
            }

            foreach (var call in _busy)
            {
                if (_realTime.GetElapsedTime(call.BusySince) > UnresponsiveAfter)
                {
                    Abandon(call);
                }
            }

            _busy.RemoveWhere(call => call.IsUnresponsive);
            _loop.Wake();
        }
    }

    private void Abandon(HandlerCall call)
    {
        call.IsUnresponsive = true;
        if (call.Abandoned is { } abandoned)
        {
            _loop.Arrive(abandoned);
        }
    }
}
