using Stepwise.Json;
using Stepwise.Local.Interpretation;

namespace Stepwise.Local.Tasks;

/// <summary>An execution that a task starts.</summary>
internal static class NestedExecution
{
    /// <summary>Starts it.</summary>
    /// <param name="attempt">The attempt, whose parameters say what is started.</param>
    /// <param name="failure">Makes a failure of the service's error code and its message.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="TaskFailedException">It cannot be started.</exception>
    public static LocalExecution Start(TaskAttempt attempt, Func<string, string, TaskFailedException> failure)
    {
        var service = attempt.Execution.Service;
        var parameters = (JsonObject)attempt.Request.Parameters;
        var arn = (parameters["StateMachineArn"] as JsonString)?.Value ?? "";
        if (service.FindStateMachine(arn) is not { } machine)
        {
            throw failure("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
        }

        // An input that is no text is written as one; none at all, or null, is an empty object.
        JsonValue input = JsonObject.Empty;
        switch (parameters["Input"])
        {
            case null or JsonNull:
                break;
            case JsonString { Value: var text }:
                input = JsonValue.TryParse(text, out var parsed, out var error)
                    ? parsed
                    : throw failure("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{error.Message}'");
                break;
            case { } value:
                input = value;
                break;
        }

        try
        {
            return service.StartExecution(machine, input, (parameters["Name"] as JsonString)?.Value);
        }
        catch (ArgumentException exception)
        {
            throw failure(exception.Message.Contains("exists", StringComparison.Ordinal) ? "ExecutionAlreadyExists" : "InvalidName", exception.Message);
        }
    }

    /// <summary>Waits until it ends. If the task ends before, the execution is stopped, as Step Functions does.</summary>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    /// <exception cref="StateException">The execution failed for a reason that is not the workflow's.</exception>
    public static async ValueTask EndAsync(TaskAttempt attempt, LocalExecution execution)
    {
        var ended = execution.Execution.Ended;
        _ = WakeAsync();
        try
        {
            await attempt.UntilAsync(() => ended.IsCompleted || attempt.Answer is not null);
            if (StateException.OfOurs(execution.Execution) is { } fault)
            {
                throw fault;
            }
        }
        catch (OperationCanceledException)
        {
            attempt.Execution.Service.StopExecution(execution);
            throw;
        }

        async Task WakeAsync()
        {
            await ended;
            attempt.Wake();
        }
    }

    /// <summary>What <c>DescribeExecution</c> says of it, in the shape that integrations hand on.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="isParsed">Whether input and output are JSON, and not texts that hold it.</param>
    public static JsonObject Describe(Execution execution, bool isParsed)
    {
        var status = StatusOf(execution.Status);
        var included = JsonObject.Create(("Included", true));
        var builder = new JsonObject.Builder()
            .AddIfNotNull("Cause", Text(execution.Cause))
            .AddIfNotNull("Error", Text(execution.Error))
            .Add("ExecutionArn", execution.Arn)
            .Add("Input", isParsed ? execution.Input : execution.Input.ToJson())
            .Add("InputDetails", included)
            .Add("Name", execution.Name);
        if (execution.Output is { } output)
        {
            builder.Add("Output", isParsed ? output : output.ToJson()).Add("OutputDetails", included);
        }

        foreach (var (name, value) in ServiceResponse.Redrive(status, execution.RedriveCount))
        {
            builder.Add(name, value);
        }

        builder.Add("StartDate", ServiceResponse.Milliseconds(execution.StartedAt)).Add("StateMachineArn", execution.StateMachine.Arn).Add("Status", status);
        if (execution.StoppedAt is { } stoppedAt)
        {
            builder.Add("StopDate", ServiceResponse.Milliseconds(stoppedAt));
        }

        return builder.ToObject();
    }

    /// <summary>What <c>StartSyncExecution</c> returns of it.</summary>
    /// <param name="execution">The execution, which has ended.</param>
    /// <param name="time">Writes a time.</param>
    public static JsonObject DescribeSync(Execution execution, Func<DateTimeOffset, JsonValue> time)
    {
        var included = JsonObject.Create(("Included", true));
        var builder = new JsonObject.Builder()
            .AddIfNotNull("Cause", Text(execution.Cause))
            .AddIfNotNull("Error", Text(execution.Error))
            .Add("ExecutionArn", execution.Arn)
            .Add("Input", execution.Input.ToJson())
            .Add("InputDetails", included)
            .Add("Name", execution.Name);
        if (execution.Output is { } output)
        {
            builder.Add("Output", output.ToJson()).Add("OutputDetails", included);
        }

        return builder
            .Add("StartDate", time(execution.StartedAt))
            .Add("StateMachineArn", execution.StateMachine.Arn)
            .Add("Status", StatusOf(execution.Status))
            .Add("StopDate", time(execution.StoppedAt ?? execution.Loop.Now))
            .ToObject();
    }

    /// <summary>AWS's word for a status.</summary>
    public static string StatusOf(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Succeeded => "SUCCEEDED",
        WorkflowStatus.Failed => "FAILED",
        WorkflowStatus.TimedOut => "TIMED_OUT",
        WorkflowStatus.Aborted => "ABORTED",
        _ => "RUNNING",
    };

    private static JsonString? Text(string? text) => string.IsNullOrEmpty(text) ? null : new(text);
}
