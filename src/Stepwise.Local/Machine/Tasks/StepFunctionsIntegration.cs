using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>The API of Step Functions, called through the SDK (<c>aws-sdk:sfn:...</c>). The calls act on the local service.</summary>
internal sealed class StepFunctionsIntegration(TaskResource resource) : ServiceCallIntegration(resource)
{
    public override bool IsNative(IExecutionHost host, JsonValue parameters) => parameters is JsonObject given && Resource.Action switch
    {
        "startExecution" or "startSyncExecution" => Text(given, "StateMachineArn") is { } arn && host.FindStateMachine(arn) is not null,
        "sendTaskSuccess" or "sendTaskFailure" or "sendTaskHeartbeat" => true,
        _ => false,
    };

    protected override async ValueTask<JsonValue> RespondAsync(TaskAttempt attempt)
    {
        if (attempt is not { Handler: null, IsReal: true })
        {
            return await attempt.WorkAsync();
        }

        await attempt.DelayAsync();
        var parameters = (JsonObject)attempt.Request.Parameters;
        switch (Resource.Action)
        {
            case "startExecution":
                var started = NestedExecution.Start(attempt, Failure);
                return JsonObject.Create(("ExecutionArn", started.Arn), ("StartDate", Time(started.StartedAt)));
            case "startSyncExecution":
                var execution = NestedExecution.Start(attempt, Failure);
                await NestedExecution.EndAsync(attempt, execution);
                return NestedExecution.DescribeSync(execution, Time);
            default:
                return Answer(attempt, parameters);
        }

        TaskFailedException Failure(string error, string message) => Fail(attempt, error, message);
    }

    private JsonObject Answer(TaskAttempt attempt, JsonObject parameters)
    {
        var tokens = attempt.Execution.Host.Tokens;
        switch (tokens.Find(Text(parameters, "TaskToken") ?? "", out var waiting))
        {
            case TokenState.Unknown:
                throw Fail(attempt, "InvalidToken", "Invalid Token: 'Invalid token'");
            case TokenState.Closed:
                throw Late(attempt);
        }

        // The other task continues in an item of its own, after this one has recorded its end.
        var loop = attempt.Execution.Loop;
        switch (Resource.Action)
        {
            case "sendTaskSuccess":
                var output = parameters["Output"] ?? JsonObject.Empty;
                if (output is JsonString { Value: var text })
                {
                    output = JsonValue.TryParse(text, out var parsed, out var error) ? parsed : throw Fail(attempt, "InvalidOutput", $"Invalid Output: '{error.Message}'");
                }

                Post(new(output));
                break;
            case "sendTaskFailure":
                Post(new(null, Text(parameters, "Error"), Text(parameters, "Cause")));
                break;
            default:
                loop.Post(waiting!.Beat);
                break;
        }

        return JsonObject.Empty;

        void Post(TaskAnswer answer)
        {
            if (!waiting!.TryClaim())
            {
                throw Late(attempt);
            }

            loop.Post(() => waiting.AnswerWith(answer));
        }
    }

    private static TaskFailedException Late(TaskAttempt attempt) => Fail(attempt, "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    private static TaskFailedException Fail(TaskAttempt attempt, string error, string message)
        => new($"Sfn.{error}Exception", $"{message} (Service: Sfn, Status Code: 400, Request ID: {Uuid.Create(attempt.Execution.Random)}) (SDK Attempt Count: 1)");

    private static JsonString Time(DateTimeOffset time) => new(Timestamp.Of(time));

    private static string? Text(JsonObject parameters, string name) => (parameters[name] as JsonString)?.Value;
}
