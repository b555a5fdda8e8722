
namespace Stepwise.Local.Timing;

/// <summary>Runs numbered jobs on the loop. Jobs begin in order, and a limited number runs at once. After the first failure, or after <see cref="Stop"/>, no more jobs begin.</summary>
/// <param name="loop">The loop.</param>
/// <param name="count">The number of jobs.</param>
/// <param name="limit">How many jobs may run at once.</param>
/// <param name="job">Runs the job of a number.</param>
/// <param name="stop">Cancelled when the execution is stopped. The jobs then end even while a handler runs.</param>
internal sealed class ConcurrentJobs(EventLoop loop, int count, int limit, Func<int, ValueTask> job, CancellationToken stop)
{
    private TaskCompletionSource? _ended;
    private Exception? _failure;
    private int _running;
    private bool _isStarting;

    /// <summary>The number of jobs that have begun. They are the first jobs.</summary>
    public int Begun { get; private set; }

    /// <summary>Whether no more jobs begin.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Stops more jobs from beginning.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Runs the jobs.</summary>
    /// <returns>A task that ends when no job runs and no more begin. It has the first failure of a job. If no job waits for anything, the task has ended already; otherwise it ends in an item of its own on the loop.</returns>
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
        // If a job ends while another one begins, the loop below begins the next job.
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
#pragma warning disable CA1031 // The first exception of a job is the failure of all jobs.
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
            // The waiting code continues in an item of its own, so that a chain of Maps does not overflow the stack.
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
