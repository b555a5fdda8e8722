
namespace Stepwise.Local.Timing;

/// <summary>Runs numbered jobs on the loop: in order, no more than so many at once, until one of them fails or says that no more are to begin.</summary>
/// <param name="loop">The loop.</param>
/// <param name="count">How many jobs there are.</param>
/// <param name="limit">How many may be under way at once.</param>
/// <param name="job">Does a job.</param>
/// <param name="stop">Is cancelled when the execution is stopped: the jobs then end even while a handler works.</param>
internal sealed class ConcurrentJobs(EventLoop loop, int count, int limit, Func<int, ValueTask> job, CancellationToken stop)
{
    private TaskCompletionSource? _ended;
    private Exception? _failure;
    private int _running;
    private bool _isStarting;

    /// <summary>How many jobs have begun, which are the first ones.</summary>
    public int Begun { get; private set; }

    /// <summary>Whether no more jobs begin.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Begins no more jobs.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Runs the jobs.</summary>
    /// <returns>Ends when no job is under way and none is to begin, with the first failure of a job: at once where no job waits for anything, otherwise in an item of the loop of its own.</returns>
    public Task RunAsync()
    {
        Start();
        if (_running == 0)
        {
            return _failure is null ? Task.CompletedTask : Task.FromException(_failure);
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
        try
        {
            await work;
        }
#pragma warning disable CA1031 // Whatever a job throws is the failure of them all.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure ??= exception;
            IsStopped = true;
        }

        _running--;
        Start();
        if (_running == 0 && _ended is not null)
        {
            // Whoever waits goes on in an item of its own: chains of Maps do not pile up on the stack.
            loop.Continue(End, stop);
        }
    }

    private void End()
    {
        if (_failure is null)
        {
            _ended!.SetResult();
        }
        else
        {
            _ended!.SetException(_failure);
        }
    }
}
