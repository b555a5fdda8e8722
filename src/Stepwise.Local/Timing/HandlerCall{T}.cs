using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local.Timing;

/// <summary>A call of a handler with a result.</summary>
/// <typeparam name="T">The result.</typeparam>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The source of the handler's token has no timer and no handle: there is nothing to release.")]
internal sealed class HandlerCall<T> : HandlerCall
{
    private readonly Func<CancellationToken, ValueTask<T>> _handler;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource? _told;
    private readonly CancellationTokenRegistration _registration;
    private readonly TaskCompletionSource<T> _promise = new();

    /// <summary>Creates a call that has not begun.</summary>
    /// <param name="calls">The calls of the loop.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="cancellation">Ends the wait for the handler, and cancels the handler's token.</param>
    public HandlerCall(HandlerCalls calls, EventLoop loop, Func<CancellationToken, ValueTask<T>> handler, CancellationToken cancellation)
        : base(calls)
    {
        _handler = handler;
        _cancellation = cancellation;
        if (cancellation.CanBeCanceled)
        {
            // The handler has a token of its own, because its reaction to a cancellation is user code too.
            var told = _told = new();
            _registration = cancellation.UnsafeRegister(
                _ => loop.Interrupt(() =>
                {
                    _promise.TrySetCanceled(_cancellation);
                    calls.Tell(this, told);
                }),
                null);
        }
    }

    /// <summary>Ends on the loop, with the result of the handler's task.</summary>
    public Task<T> Result => _promise.Task;

    public override Task Invoke()
    {
        if (_cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(_cancellation);
        }

        try
        {
            return _handler(_told?.Token ?? default).AsTask();
        }
#pragma warning disable CA1031 // An exception of the handler is its result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(exception);
        }
    }

    public override void Complete(Task task)
    {
        _registration.Dispose();
        switch (task)
        {
            case { IsCanceled: true }:
                _promise.TrySetException(new TaskCanceledException(task));
                break;
            case { IsFaulted: true }:
                // The exception is observed, even if no code waits for the result any more.
                _promise.TrySetException(task.Exception!.InnerExceptions);
                _ = _promise.Task.Exception;
                break;
            default:
                _promise.TrySetResult(((Task<T>)task).Result);
                break;
        }
    }
}
