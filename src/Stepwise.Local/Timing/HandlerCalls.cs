using System.Diagnostics;

namespace Stepwise.Local.Timing;

/// <summary>Calls handlers, which are user code, for a loop. If a handler does not return within <see cref="UnresponsiveAfter"/> of real time, the loop continues without it and without the thread that it blocks.</summary>
internal sealed class HandlerCalls
{
    private readonly EventLoop _loop;
    private readonly bool _isVirtual;
    private readonly TimeProvider _realTime;
    private readonly HashSet<HandlerCall> _busy = [];
    private ITimer? _watchdog;
    private HandlerCall? _current;

    /// <summary>Makes the calls of a loop.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="isVirtual">Whether the loop's clock is virtual. Handlers then run one at a time and are watched.</param>
    /// <param name="unresponsiveAfter">How long, in real time, a handler may take before the loop continues without it.</param>
    /// <param name="realTime">The clock by which that is measured.</param>
    public HandlerCalls(EventLoop loop, bool isVirtual, TimeSpan unresponsiveAfter, TimeProvider realTime)
    {
        _loop = loop;
        _isVirtual = isVirtual;
        _realTime = realTime;
        UnresponsiveAfter = unresponsiveAfter;
    }

    /// <summary>How long, in real time, a handler may take before the loop continues without it.</summary>
    public TimeSpan UnresponsiveAfter { get; }

    /// <summary>Whether a handler keeps the loop busy. The caller holds the gate of the loop.</summary>
    public bool IsBusy => _busy.Count > 0;

    /// <summary>Calls a handler. The returned task ends on the loop, in an item of its own, with the result of the handler's task.</summary>
    /// <typeparam name="T">What the handler returns.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="context">The context, such as async locals, in which it runs; null for none.</param>
    /// <param name="cancellation">Ends the wait for the handler, and cancels the handler's token. It must be cancelled on the loop.</param>
    /// <param name="abandoned">Called on the loop when it continues without a handler that did not return. Null means no callback.</param>
    /// <returns>The call.</returns>
    public Task<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> handler, ExecutionContext? context, CancellationToken cancellation, Action? abandoned = null)
    {
        var call = new HandlerCall<T>(this, _loop, handler, cancellation) { Abandoned = abandoned };
        _loop.Post(() => Run(call, context));
        return call.Result;
    }

    /// <summary>Records that a handler begins or stops to wait for the clock. While it waits, it does not keep the loop busy.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isWaiting">Whether it waits.</param>
    public void SetWaiting(HandlerCall call, bool isWaiting)
    {
        lock (_loop.Gate)
        {
            // In real time, handlers do not keep the loop busy.
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

    /// <summary>Continues a handler that waited for the clock.</summary>
    /// <param name="call">The call.</param>
    /// <param name="continuation">The callback of the timer.</param>
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

    /// <summary>Stops the watchdog. The caller holds the gate of the loop.</summary>
    public void StopWatching()
    {
        _watchdog?.Dispose();
        _watchdog = null;
    }

    private void Run(HandlerCall call, ExecutionContext? context)
    {
        if (!_isVirtual)
        {
            // In real time, handlers run in parallel.
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

            // Items that arrived while the handler ran, from other threads or from the handler itself, run before its result is used.
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

    /// <summary>Cancels the token of a handler whose result is no longer needed.</summary>
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
            // An exception that the handler throws when it is cancelled does not concern the execution.
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

        // The exception is observed even if the loop is disposed of before it completes the call.
        _ = task.Exception;
        lock (_loop.Gate)
        {
            call.IsPending = false;
            _busy.Remove(call);
            _loop.Arrive(() => call.Complete(task));
        }
    }

    /// <summary>Looks for handlers that do not return.</summary>
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
                // The handler blocks the loop's thread, so that another thread takes over.
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
