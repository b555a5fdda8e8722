using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Tests.Machine;

public sealed class ExecutionRecordTests
{
    private const string Wait = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":90,"End":true}}}""";
    private const string Fail = """{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"Broken","Cause":"It broke."}}}""";

    [Fact]
    public async Task An_execution_that_succeeded_is_described_as_AWS_does()
    {
        var record = await RecordOf(Wait, WorkflowType.Standard);

        Assert.Equal(
            JsonValue.Parse("""
                {
                  "executionArn": "arn:aws:states:us-east-1:123456789012:execution:m:run",
                  "stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:m",
                  "name": "run",
                  "status": "SUCCEEDED",
                  "startDate": "2025-01-01T00:00:00.000Z",
                  "stopDate": "2025-01-01T00:01:30.000Z",
                  "input": "{\"a\":1}",
                  "inputDetails": { "included": true },
                  "output": "{\"a\":1}",
                  "outputDetails": { "included": true },
                  "redriveCount": 0,
                  "redriveStatus": "NOT_REDRIVABLE",
                  "redriveStatusReason": "Execution is SUCCEEDED and cannot be redriven"
                }
                """),
            record);
    }

    [Fact]
    public async Task An_execution_that_failed_has_its_error_and_can_be_redriven()
    {
        var record = await RecordOf(Fail, WorkflowType.Standard);

        Assert.Equal("FAILED", record["status"]);
        Assert.Equal("Broken", record["error"]);
        Assert.Equal("It broke.", record["cause"]);
        Assert.Equal("REDRIVABLE", record["redriveStatus"]);
        Assert.Null(record["output"]);
    }

    [Fact]
    public async Task Express_executions_say_nothing_of_redriving()
        => Assert.DoesNotContain((await RecordOf(Wait, WorkflowType.Express)).Members, member => member.Name.StartsWith("redrive", StringComparison.Ordinal));

    private static async Task<JsonObject> RecordOf(string definition, WorkflowType type)
    {
        using var stepFunctions = new LocalStepFunctions();
        var machine = stepFunctions.CreateStateMachine("m", definition, type);
        return (await machine.RunAsync(JsonObject.Create(("a", 1)), "run")).ToJson();
    }
}
