namespace Stepwise.Local.Timing;

/// <summary>The wait of a handler for something that happens on its own loop. While it waits, it does not keep the loop busy.</summary>
internal sealed class HandlerWait : IDisposable
{
    private readonly HandlerCall _handler;
    private int _hasEnded;

    /// <summary>Begins the wait.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="ended">A task that ends, on the loop, when the wait is over.</param>
    public HandlerWait(HandlerCall handler, Task ended)
    {
        _handler = handler;
        handler.TimerStarted();
        _ = ended.ContinueWith(static (_, wait) => ((HandlerWait)wait!).Dispose(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends the wait.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
        {
            _handler.TimerEnded();
        }
    }
}
