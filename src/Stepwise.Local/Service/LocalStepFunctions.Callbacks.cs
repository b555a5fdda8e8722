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

    /// <summary>The tokens of tasks that wait.</summary>
    internal TaskTokens Tokens => LazyInitializer.EnsureInitialized(ref _tokens, () => new(Options.Seed))!;

    /// <summary>The activities.</summary>
    internal Activities Activities => LazyInitializer.EnsureInitialized(ref _activities, () => new(Loop))!;

    /// <summary>Ends the task that waits for a token with success (<c>SendTaskSuccess</c>). May be called from any thread, also by the handler that was given the token.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="output">The task's result.</param>
    /// <exception cref="ArgumentException">The output has more than 256 KiB, which AWS refuses; the task waits on.</exception>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public void SendTaskSuccess(string taskToken, JsonValue output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ThrowIfDisposed();
        if (PayloadSize.Exceeds(output))
        {
            throw new ArgumentException($"The output has more than {PayloadSize.Limit} bytes, which AWS refuses. Put large data into S3 and send its address.", nameof(output));
        }

        var attempt = Waiting(taskToken, isAnswer: true);
        Loop.Post(() => attempt.AnswerWith(new(output)));
    }

    /// <summary>Ends the task that waits for a token with a failure (<c>SendTaskFailure</c>). May be called from any thread.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="error">The error's name; null for none.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null)
    {
        var attempt = Waiting(taskToken, isAnswer: true);
        Loop.Post(() => attempt.AnswerWith(new(null, error, cause)));
    }

    /// <summary>Says that the work behind a token goes on (<c>SendTaskHeartbeat</c>). May be called from any thread.</summary>
    /// <param name="taskToken">The token.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public void SendTaskHeartbeat(string taskToken)
    {
        var attempt = Waiting(taskToken, isAnswer: false);
        Loop.Post(attempt.Beat);
    }

    /// <summary>Makes an activity (<c>CreateActivity</c>), whose tasks wait for <see cref="GetActivityTaskAsync"/>. An activity with a handler in <see cref="LocalTasks"/> needs none of this.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the name.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public string CreateActivity(string name)
    {
        ResourceName.Check(name, nameof(name), "activity");
        ThrowIfDisposed();
        var arn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:activity:{name}";
        Activities.Create(arn);
        return arn;
    }

    /// <summary>Waits for a task of an activity (<c>GetActivityTask</c>). Where AWS sends a worker away after a minute without a task, this waits on.</summary>
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
        return Activities.TakeAsync(activityArn, workerName, cancellationToken, Disposal);
    }

    private TaskAttempt Waiting(string taskToken, bool isAnswer)
    {
        ArgumentNullException.ThrowIfNull(taskToken);
        ThrowIfDisposed();
        return Tokens.Find(taskToken, out var attempt) switch
        {
            TokenState.Open when !isAnswer || attempt!.TryClaim() => attempt!,
            TokenState.Open or TokenState.Closed => throw new InvalidOperationException("The task that waited for this token has ended: it was answered, it timed out, or its execution ended (AWS: TaskTimedOut)."),
            _ => throw new InvalidOperationException("No task waits for this token: it was not given out by these executions (AWS: InvalidToken). Tokens come from the context object ($$.Task.Token), TaskRequest.TaskToken or GetActivityTaskAsync."),
        };
    }
}
