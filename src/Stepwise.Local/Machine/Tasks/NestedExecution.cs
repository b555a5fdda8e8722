using Stepwise.Json;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>An execution that a task starts.</summary>
internal static class NestedExecution
{
    /// <summary>Starts the execution.</summary>
    /// <param name="attempt">The attempt. Its parameters name the state machine.</param>
    /// <param name="failure">Makes a failure from the error code of the service and its message.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="TaskFailedException">The execution cannot be started.</exception>
    public static Execution Start(TaskAttempt attempt, Func<string, string, TaskFailedException> failure)
    {
        var host = attempt.Execution.Host;
        var parameters = (JsonObject)attempt.Request.Parameters;
        var arn = (parameters["StateMachineArn"] as JsonString)?.Value ?? "";
        if (host.FindStateMachine(arn) is not { } machine)
        {
            throw failure("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
        }

        // An input that is not a string is written as JSON text. If the input is absent or null, it is an empty object.
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

        return host.TryStartExecution(machine, input, (parameters["Name"] as JsonString)?.Value, beforeStart: null, out var execution) is { } refusal
            ? throw failure(refusal.Code, refusal.Message)
            : execution!;
    }

    /// <summary>Waits until the execution ends. If the task ends first, the execution is stopped, as on AWS.</summary>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    /// <exception cref="StateException">The execution failed for a reason that is not the workflow's.</exception>
    public static async ValueTask EndAsync(TaskAttempt attempt, Execution execution)
    {
        var ended = execution.Ended;
        _ = WakeAsync();
        try
        {
            await attempt.UntilAsync(() => ended.IsCompleted || attempt.Answer is not null);
            if (StateException.FromLocalError(execution.Outcome) is { } fault)
            {
                throw fault;
            }
        }
        catch (OperationCanceledException)
        {
            execution.RequestStop(null, null);
            throw;
        }

        async Task WakeAsync()
        {
            await ended;
            attempt.Wake();
        }
    }

    /// <summary>Describes the execution as <c>DescribeExecution</c> does, in the shape of the results of integrations.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="isParsed">Whether input and output are JSON values. If false, they are JSON text.</param>
    public static JsonObject Describe(Execution execution, bool isParsed) => Describe(
        execution,
        value => isParsed ? value : value.ToJson(),
        ServiceResponse.Redrive(execution.Outcome.Status.ToWireName(), execution.RedriveCount),
        ServiceResponse.Milliseconds,
        execution.Outcome.StoppedAt);

    /// <summary>Describes the execution as <c>StartSyncExecution</c> does.</summary>
    /// <param name="execution">The execution, which has ended.</param>
    /// <param name="time">Writes a time.</param>
    public static JsonObject DescribeSync(Execution execution, Func<DateTimeOffset, JsonValue> time) =>
        Describe(execution, static value => value.ToJson(), [], time, execution.Outcome.StoppedAt ?? execution.Loop.Now);

    private static JsonObject Describe(
        Execution execution, Func<JsonValue, JsonValue> data, IEnumerable<(string Name, JsonValue Value)> redrive, Func<DateTimeOffset, JsonValue> time, DateTimeOffset? stoppedAt)
    {
        var outcome = execution.Outcome;
        var included = JsonObject.Create(("Included", true));
        var builder = new JsonObject.Builder()
            .AddIfNotNull("Cause", Text(outcome.Cause))
            .AddIfNotNull("Error", Text(outcome.Error))
            .Add("ExecutionArn", execution.Arn)
            .Add("Input", data(execution.Input))
            .Add("InputDetails", included)
            .Add("Name", execution.Name);
        if (outcome.Output is { } output)
        {
            builder.Add("Output", data(output)).Add("OutputDetails", included);
        }

        foreach (var (name, value) in redrive)
        {
            builder.Add(name, value);
        }

        return builder
            .Add("StartDate", time(execution.StartedAt))
            .Add("StateMachineArn", execution.StateMachine.Arn)
            .Add("Status", outcome.Status.ToWireName())
            .AddIfNotNull("StopDate", stoppedAt is { } stop ? time(stop) : null)
            .ToObject();
    }

    private static JsonString? Text(string? text) => string.IsNullOrEmpty(text) ? null : new(text);
}
