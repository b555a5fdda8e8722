using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>An execution of another state machine. If the service has that machine, its execution is started.</summary>
internal sealed class StartExecutionIntegration(TaskResource resource) : ServiceCallIntegration(resource)
{
    public override bool IsNative(IExecutionHost host, JsonValue parameters)
        => (parameters as JsonObject)?["StateMachineArn"] is JsonString { Value: var arn } && host.FindStateMachine(arn) is not null;

    protected override async ValueTask<JsonValue> RespondAsync(TaskAttempt attempt)
    {
        if (attempt is not { Handler: null, IsReal: true })
        {
            return await attempt.WorkAsync();
        }

        await attempt.DelayAsync();
        return Started(Start(attempt));
    }

    protected override async ValueTask<JsonValue> RunJobAsync(TaskAttempt attempt)
    {
        if (attempt is not { Handler: null, IsReal: true })
        {
            return await base.RunJobAsync(attempt);
        }

        await attempt.DelayAsync();
        var execution = Start(attempt);
        NoteSubmitted(attempt, Complete(attempt, Started(execution)));
        await NestedExecution.EndAsync(attempt, execution);
        if (attempt.Answer is { } answer)
        {
            return answer.GetResult();
        }

        var isParsed = Resource.Pattern == TaskPattern.RunJobVersion2;
        var described = NestedExecution.Describe(execution, isParsed);
        return execution.Status == WorkflowStatus.Succeeded ? described : throw new TaskFailedException(ErrorNames.TaskFailed, described.ToJson());
    }

    private static Execution Start(TaskAttempt attempt)
        => NestedExecution.Start(
            attempt,
            (error, message) => new(
                $"StepFunctions.{error}Exception",
                $"{message} (Service: AWSStepFunctions; Status Code: 400; Error Code: {error}; Request ID: {Uuid.Create(attempt.Execution.Random)}; Proxy: null)"));

    private static JsonObject Started(Execution execution) => JsonObject.Create(("ExecutionArn", execution.Arn), ("StartDate", ServiceResponse.Milliseconds(execution.StartedAt)));
}
