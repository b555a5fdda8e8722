using System.Collections.Concurrent;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>The activities, the tasks that wait for workers, and the workers that wait for tasks.</summary>
internal sealed class Activities(EventLoop loop)
{
    private readonly ConcurrentDictionary<string, Queues> _activities = new(StringComparer.Ordinal);

    /// <summary>Whether an activity exists. May be called from any thread.</summary>
    public bool Exists(string arn) => _activities.ContainsKey(arn);

    /// <summary>Creates an activity, unless it exists. May be called from any thread.</summary>
    public void Create(string arn) => _activities.TryAdd(arn, new());

    /// <summary>Adds a task that waits for a worker. Called on the loop.</summary>
    public void Offer(string arn, TaskAttempt attempt)
    {
        var queues = _activities[arn];
        while (queues.Workers.TryDequeue(out var worker))
        {
            if (!worker.Task.Task.IsCompleted)
            {
                Hand(attempt, worker);
                return;
            }
        }

        queues.Tasks.Enqueue(attempt);
    }

    /// <summary>Waits for a task. May be called from any thread.</summary>
    /// <param name="arn">The activity.</param>
    /// <param name="workerName">The worker's name; null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ActivityTask> TakeAsync(string arn, string? workerName, CancellationToken cancellation)
    {
        if (!_activities.TryGetValue(arn, out var queues))
        {
            throw new InvalidOperationException($"The activity '{arn}' does not exist. Make it by CreateActivity before a worker asks for its tasks.");
        }

        var worker = new Worker(workerName, new(TaskCreationOptions.RunContinuationsAsynchronously));
        using (cancellation.UnsafeRegister(_ => worker.Task.TrySetCanceled(cancellation), null))
        {
            loop.Post(Look);
            return await worker.Task.Task.ConfigureAwait(false);
        }

        void Look()
        {
            while (queues.Tasks.TryDequeue(out var attempt))
            {
                if (!attempt.Cancellation.IsCancellationRequested)
                {
                    Hand(attempt, worker);
                    return;
                }
            }

            queues.Workers.Enqueue(worker);
        }
    }

    private static void Hand(TaskAttempt attempt, Worker worker)
    {
        ActivityIntegration.Start(attempt, worker.Name);
        worker.Task.TrySetResult(new(attempt.Request.TaskToken!, attempt.Request.Input));
    }

    private sealed record Worker(string? Name, TaskCompletionSource<ActivityTask> Task);

    private sealed class Queues
    {
        public Queue<TaskAttempt> Tasks { get; } = new();

        public Queue<Worker> Workers { get; } = new();
    }
}
