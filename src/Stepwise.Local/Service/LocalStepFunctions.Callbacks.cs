using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Machine.Tasks;
using Stepwise.Local.Service;

namespace Stepwise.Local;

/// <content>Task tokens and activities.</content>
public sealed partial class LocalStepFunctions
{
    private TaskTokens? _tokens;
    private Activities? _activities;

    TaskTokens IExecutionHost.Tokens => Tokens;

    Activities IExecutionHost.Activities => Activities;

    private TaskTokens Tokens => LazyInitializer.EnsureInitialized(ref _tokens, () => new(_loop, Options.Seed))!;

    private Activities Activities => LazyInitializer.EnsureInitialized(ref _activities, () => new(_loop))!;

    /// <summary>Ends the task that waits for a token with success (<c>SendTaskSuccess</c>). A handler may answer its own token.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="output">The task's result.</param>
    /// <exception cref="ArgumentException">The output has more than 256 KiB, which AWS refuses. The task waits on.</exception>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public void SendTaskSuccess(string taskToken, JsonValue output)
    {
        ThrowIfDisposed();
        Tokens.Succeed(taskToken, output);
    }

    /// <summary>Ends the task that waits for a token with a failure (<c>SendTaskFailure</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="error">The error's name; null for none.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null)
    {
        ThrowIfDisposed();
        Tokens.Fail(taskToken, error, cause);
    }

    /// <summary>Says that the work behind a token goes on (<c>SendTaskHeartbeat</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public void SendTaskHeartbeat(string taskToken)
    {
        ThrowIfDisposed();
        Tokens.Beat(taskToken);
    }

    /// <summary>Makes an activity (<c>CreateActivity</c>), whose tasks wait for <see cref="GetActivityTaskAsync"/>. An activity that has a handler in <see cref="LocalTasks"/> does not need this call.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the name.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public string CreateActivity(string name)
    {
        ThrowIfDisposed();
        ResourceName.Check(name, nameof(name), "activity");
        var arn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:activity:{name}";
        Activities.Create(arn);
        return arn;
    }

    /// <summary>Waits for a task of an activity (<c>GetActivityTask</c>). AWS returns after a minute without a task; this waits on.</summary>
    /// <param name="activityArn">The activity.</param>
    /// <param name="workerName">The worker's name, which the history shows; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The task. A virtual clock does not see what a worker outside of the executions does, and goes on without it: keep it where it is with <see cref="VirtualClock.Hold"/> until the worker has answered.</returns>
    /// <exception cref="InvalidOperationException">There is no such activity.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of, also while the worker waited.</exception>
    public Task<ActivityTask> GetActivityTaskAsync(string activityArn, string? workerName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activityArn);
        ThrowIfDisposed();
        return TakeAsync();

        async Task<ActivityTask> TakeAsync()
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Disposal);
            try
            {
                return await Activities.TakeAsync(activityArn, workerName, cancellation.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ObjectDisposedException(nameof(LocalStepFunctions));
            }
            catch (OperationCanceledException)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }
}
