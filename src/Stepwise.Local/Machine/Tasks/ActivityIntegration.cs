using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>An activity. If it has a handler, the handler is its worker. Otherwise the task waits until a worker asks for it.</summary>
internal sealed class ActivityIntegration(TaskResource resource) : TaskIntegration(resource)
{
    public override bool HasToken => true;

    public override string ResultSource => Resource.Text;

    public override bool IsNative(IExecutionHost host, JsonValue parameters) => host.Activities.Exists(Resource.Text);

    public override void NoteScheduled(TaskAttempt attempt)
        => attempt.Visit.Record(
            HistoryEventType.ActivityScheduled,
            new WorkScheduledDetails(attempt.Request.Parameters, Resource.Text, attempt.Limits.Timeout, attempt.Limits.Heartbeat, attempt.RoleArn));

    /// <summary>Records that a worker has taken the task.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="workerName">The worker, or null if it has no name.</param>
    public static void Start(TaskAttempt attempt, string? workerName)
    {
        attempt.Visit.Record(HistoryEventType.ActivityStarted, new ActivityStartedDetails(workerName));
        attempt.Begin();
    }

    public override async ValueTask<JsonValue> WorkAsync(TaskAttempt attempt)
    {
        if (attempt is { Handler: null, IsReal: true })
        {
            attempt.Execution.Host.Activities.Offer(Resource.Text, attempt);
            return await attempt.AnswerAsync();
        }

        attempt.AnswerEndsCall = true;
        Start(attempt, workerName: null);
        return await attempt.WorkAsync();
    }

    public override void NoteSucceeded(TaskAttempt attempt, JsonValue result) => attempt.Visit.Record(HistoryEventType.ActivitySucceeded, new OutputDetails(result));

    public override void NoteFailed(TaskAttempt attempt, string? error, string? cause) => attempt.Visit.Record(HistoryEventType.ActivityFailed, new ErrorDetails(error, cause));

    public override void NoteTimedOut(TaskAttempt attempt, string? cause) => attempt.Visit.Record(HistoryEventType.ActivityTimedOut, new ErrorDetails(ErrorNames.Timeout, cause));
}
