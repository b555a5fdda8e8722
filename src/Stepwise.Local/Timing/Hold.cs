namespace Stepwise.Local.Timing;

/// <summary>Keeps the virtual clock of a loop where it is until it is disposed.</summary>
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
