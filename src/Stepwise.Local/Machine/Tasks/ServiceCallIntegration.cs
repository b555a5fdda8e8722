using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>A call of a service. It waits for the response, for the job that it starts, or for a task token.</summary>
internal class ServiceCallIntegration(TaskResource resource) : TaskIntegration(resource)
{
    private readonly string _action = resource.Action + resource.PatternText;
    private readonly string _service = resource.Kind == TaskResourceKind.Sdk ? "aws-sdk:" + resource.Service : resource.Service;

    public override string ResultSource => _service;

    public override void NoteScheduled(TaskAttempt attempt)
        => attempt.Visit.Record(
            HistoryEventType.TaskScheduled,
            new TaskScheduledDetails(attempt.Request.Parameters, attempt.Execution.Options.Region, _action, _service, attempt.Limits.Timeout, attempt.Limits.Heartbeat, attempt.RoleArn));

    public override async ValueTask<JsonValue> WorkAsync(TaskAttempt attempt)
    {
        attempt.Visit.Record(HistoryEventType.TaskStarted, new TaskStartedDetails(_action, _service));
        attempt.Begin();
        switch (Resource.Pattern)
        {
            case TaskPattern.RunJob or TaskPattern.RunJobVersion2:
                attempt.AnswerEndsCall = true;
                return await RunJobAsync(attempt);
            case TaskPattern.WaitForTaskToken:
                NoteSubmitted(attempt, ServiceResponse.Accepted(Resource, Complete(attempt, attempt.IsReal ? await RespondAsync(attempt) : JsonNull.Instance)));
                return attempt.IsReal ? await attempt.AnswerAsync() : await attempt.WorkAsync();
            default:
                var result = await RespondAsync(attempt);
                return ServiceResponse.Accepted(Resource, attempt.IsExact ? result : Complete(attempt, result));
        }
    }

    public override void NoteSucceeded(TaskAttempt attempt, JsonValue result) => attempt.Visit.Record(HistoryEventType.TaskSucceeded, new OutputDetails(result, _action, _service));

    public override void NoteFailed(TaskAttempt attempt, string? error, string? cause)
        => attempt.Visit.Record(
            Resource.Pattern == TaskPattern.RequestResponse || attempt.IsSubmitted ? HistoryEventType.TaskFailed : HistoryEventType.TaskSubmitFailed,
            new ErrorDetails(error, cause, _action, _service));

    public override void NoteTimedOut(TaskAttempt attempt, string? cause)
        => attempt.Visit.Record(HistoryEventType.TaskTimedOut, new ErrorDetails(ErrorNames.Timeout, cause, _action, _service));

    protected void NoteSubmitted(TaskAttempt attempt, JsonValue response)
    {
        attempt.Visit.Record(HistoryEventType.TaskSubmitted, new OutputDetails(response, _action, _service));
        attempt.IsSubmitted = true;
    }

    /// <summary>The response to the call.</summary>
    protected virtual ValueTask<JsonValue> RespondAsync(TaskAttempt attempt) => attempt.WorkAsync();

    /// <summary>Adds the members that AWS adds to a response and the handler left out.</summary>
    protected virtual JsonValue Complete(TaskAttempt attempt, JsonValue response) => ServiceResponse.Complete(attempt, response);

    /// <summary>The finished job.</summary>
    protected virtual async ValueTask<JsonValue> RunJobAsync(TaskAttempt attempt)
    {
        NoteSubmitted(attempt, Complete(attempt, attempt is { IsReal: true, JobStart: { } start } ? await attempt.CallAsync(start) : JsonNull.Instance));
        var job = await attempt.WorkAsync();
        return attempt.IsReal || attempt.IsExact ? job : ServiceResponse.CompleteJob(attempt, job);
    }
}
