using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.Local.Machine.Tasks;

namespace Stepwise.Local.Machine;

/// <summary>Describes an execution as <c>DescribeExecution</c> does.</summary>
internal static class ExecutionRecord
{
    private static readonly JsonObject _included = JsonObject.Create(("included", true));

    public static JsonObject Of(Execution execution)
    {
        var outcome = execution.Outcome;
        var status = outcome.Status.ToWireName();
        var builder = new JsonObject.Builder()
            .Add("executionArn", execution.Arn)
            .Add("stateMachineArn", execution.StateMachine.Arn)
            .Add("name", execution.Name)
            .Add("status", status)
            .Add("startDate", Timestamp.Of(execution.StartedAt))
            .AddIfNotNull("stopDate", outcome.StoppedAt is { } stopped ? (JsonValue)Timestamp.Of(stopped) : null)
            .Add("input", execution.Input.ToJson())
            .Add("inputDetails", _included);
        if (outcome.Output is { } output)
        {
            builder.Add("output", output.ToJson()).Add("outputDetails", _included);
        }

        builder
            .AddIfNotNull("error", outcome.Error is { } error ? (JsonValue)error : null)
            .AddIfNotNull("cause", outcome.Cause is { } cause ? (JsonValue)cause : null);

        // Only Standard executions can be redriven.
        if (execution.StateMachine.Type == WorkflowType.Standard)
        {
            foreach (var (name, value) in ServiceResponse.Redrive(status, execution.RedriveCount))
            {
                builder.Add(char.ToLowerInvariant(name[0]) + name[1..], value);
            }
        }

        return builder.ToObject();
    }
}
