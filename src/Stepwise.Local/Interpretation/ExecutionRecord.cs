using Stepwise.Json;
using Stepwise.Local.Tasks;

namespace Stepwise.Local.Interpretation;

/// <summary>What <c>DescribeExecution</c> says of an execution.</summary>
internal static class ExecutionRecord
{
    private static readonly JsonObject Included = JsonObject.Create(("included", true));

    public static JsonObject Of(Execution execution)
    {
        var status = NestedExecution.StatusOf(execution.Status);
        var builder = new JsonObject.Builder()
            .Add("executionArn", execution.Arn)
            .Add("stateMachineArn", execution.StateMachine.Arn)
            .Add("name", execution.Name)
            .Add("status", status)
            .Add("startDate", Timestamp.Of(execution.StartedAt))
            .AddIfNotNull("stopDate", execution.StoppedAt is { } stopped ? (JsonValue)Timestamp.Of(stopped) : null)
            .Add("input", execution.Input.ToJson())
            .Add("inputDetails", Included);
        if (execution.Output is { } output)
        {
            builder.Add("output", output.ToJson()).Add("outputDetails", Included);
        }

        builder
            .AddIfNotNull("error", execution.Error is { } error ? (JsonValue)error : null)
            .AddIfNotNull("cause", execution.Cause is { } cause ? (JsonValue)cause : null);

        // Only Standard executions can be redriven.
        if (execution.StateMachine.Type == StatesLanguage.StateMachineType.Standard)
        {
            foreach (var (name, value) in ServiceResponse.Redrive(status, execution.RedriveCount))
            {
                builder.Add(char.ToLowerInvariant(name[0]) + name[1..], value);
            }
        }

        return builder.ToObject();
    }
}
