namespace Stepwise.Local.Timing;

/// <summary>Stops the virtual clock of a loop until this object is disposed of.</summary>
internal sealed class Hold(EventLoop loop) : IDisposable
{
    private int _isReleased;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            loop.Release();
        }
    }
}
