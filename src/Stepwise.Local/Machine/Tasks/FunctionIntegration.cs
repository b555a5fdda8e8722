using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>A Lambda function that is called by its ARN. Its result is the result of the task.</summary>
internal sealed class FunctionIntegration(TaskResource resource) : TaskIntegration(resource)
{
    private readonly string _function = FunctionName.Of(resource.Text);

    public override string ResultSource => Resource.Text;

    public override string FunctionOf(JsonValue parameters) => _function;

    public override void NoteScheduled(TaskAttempt attempt)
        => attempt.Visit.Record(
            HistoryEventType.LambdaFunctionScheduled,
            new WorkScheduledDetails(attempt.Request.Parameters, Resource.Text, attempt.Limits.Timeout, attempt.Limits.Heartbeat, attempt.RoleArn));

    public override ValueTask<JsonValue> WorkAsync(TaskAttempt attempt)
    {
        attempt.Visit.Record(HistoryEventType.LambdaFunctionStarted, null);
        attempt.Begin();
        return attempt.WorkAsync();
    }

    public override void NoteSucceeded(TaskAttempt attempt, JsonValue result) => attempt.Visit.Record(HistoryEventType.LambdaFunctionSucceeded, new OutputDetails(result));

    public override void NoteFailed(TaskAttempt attempt, string? error, string? cause) => attempt.Visit.Record(HistoryEventType.LambdaFunctionFailed, new ErrorDetails(error, cause));

    public override void NoteTimedOut(TaskAttempt attempt, string? cause) => attempt.Visit.Record(HistoryEventType.LambdaFunctionTimedOut, new ErrorDetails(ErrorNames.Timeout, cause));
}
