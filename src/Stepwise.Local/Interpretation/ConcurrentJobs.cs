using Stepwise.Local.Timing;

namespace Stepwise.Local.Interpretation;

/// <summary>Runs numbered jobs on the loop: in order, no more than so many at once, until one of them says that no more are to begin.</summary>
/// <param name="loop">The loop.</param>
/// <param name="count">How many jobs there are.</param>
/// <param name="limit">How many may be under way at once.</param>
/// <param name="job">Does a job; it must not throw.</param>
internal sealed class ConcurrentJobs(EventLoop loop, int count, int limit, Func<int, ValueTask> job)
{
    private TaskCompletionSource? _ended;
    private int _running;
    private bool _isStarting;

    /// <summary>How many jobs have begun, which are the first ones.</summary>
    public int Begun { get; private set; }

    /// <summary>Whether no more jobs begin.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Begins no more jobs.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Runs the jobs.</summary>
    /// <returns>Ends when no job is under way and none is to begin: at once where no job waits for anything, otherwise in an item of the loop of its own.</returns>
    public Task RunAsync()
    {
        Start();
        if (_running == 0)
        {
            return Task.CompletedTask;
        }

        _ended = new();
        return _ended.Task;
    }

    private void Start()
    {
        // A job that ends while another one begins makes room; the loop below sees it.
        if (_isStarting)
        {
            return;
        }

        _isStarting = true;
        while (!IsStopped && _running < limit && Begun < count)
        {
            var work = job(Begun++);
            if (!work.IsCompletedSuccessfully)
            {
                _running++;
                _ = WatchAsync(work);
            }
        }

        _isStarting = false;
    }

    private async Task WatchAsync(ValueTask work)
    {
        await work;
        _running--;
        Start();
        if (_running == 0 && _ended is { } ended)
        {
            // Whoever waits goes on in an item of its own: chains of Maps do not pile up on the stack.
            loop.Post(ended.SetResult);
        }
    }
}
