using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Tests.Machine;

/// <summary>Errors, causes and events of failures, as they were measured on AWS.</summary>
public sealed class MeasuredErrorTests
{
    [Theory]
    [InlineData("""{"Type":"Choice","Choices":[{"Condition":"{% false %}","Next":"D"},{"Condition":"{% true %}","Output":{"v":"{% $states.input.none %}"},"Next":"D"}],"Default":"D"}""", "Choices[1]/Output/v")]
    [InlineData("""{"Type":"Choice","Choices":[{"Condition":"{% true %}","Assign":{"v":["{% $states.input.none %}"]},"Next":"D"}],"Default":"D"}""", "Choices[0]/Assign/v[0]")]
    [InlineData("""{"Type":"Choice","Choices":[{"Condition":"{% false %}","Next":"D"}],"Output":"{% $states.input.none %}","Default":"D"}""", "Output")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}],"Catch":[{"ErrorEquals":["X"],"Next":"D"},{"ErrorEquals":["E"],"Output":{"v":"{% $states.input.none %}"},"Next":"D"}],"Next":"D"}""", "Catch[1]/Output/v")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}],"Catch":[{"ErrorEquals":["E"],"Assign":{"v":"{% $states.input.none %}"},"Next":"D"}],"Next":"D"}""", "Catch[0]/Assign/v")]
    public async Task A_cause_names_the_rule_or_the_catcher_of_the_field(string state, string field)
    {
        var run = await Local.Run("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":""" + state + ",\"D\":{\"Type\":\"Succeed\"}}}");

        Assert.Equal("States.QueryEvaluationError", run.Error);
        Assert.Equal($"An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '$states.input.none' specified for the field '{field}' returned nothing (undefined).", run.Cause);
    }

    [Theory]
    [InlineData("$.sum", "[1]", "sum")]
    [InlineData("$.a.b", "{\"a\":1}", "b")]
    public async Task A_result_that_has_no_place_is_a_conflict(string path, string input, string step)
    {
        var run = await Local.Run(Local.Machine($$"""{"Type":"Pass","Result":1,"ResultPath":"{{path}}","End":true}"""), input);

        Assert.Equal("States.ReferencePathConflict", run.Error);
        Assert.EndsWith($"Unable to apply step \"{step}\" to input {input}", run.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"FailedEntryCount":1,"Entries":[{"ErrorCode":"X"}]}""", "EventBridge.FailedEntry")]
    [InlineData("""{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}""", null)]
    [InlineData("""{}""", null)]
    public async Task Events_that_EventBridge_does_not_take_fail_the_task(string response, string? error)
    {
        var definition = Local.Machine("""{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Parameters":{"Entries":[{"Detail":{},"DetailType":"d","Source":"s"}]},"End":true}""");
        var run = await Local.Run(definition, options: new() { Tasks = new LocalTasks().OnResource("events:putEvents", (_, _) => new(JsonValue.Parse(response))) });

        Assert.Equal(error, run.Error);
        if (error is not null)
        {
            Assert.Contains("\"FailedEntryCount\":1", run.Cause, StringComparison.Ordinal);
            Assert.Contains(run.Events, item => item.Type == HistoryEventType.TaskFailed);
        }
    }

    [Theory]
    [InlineData("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"InputType\":\"JSON\"},\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"}}")]
    [InlineData("\"ItemBatcher\":{\"MaxItemsPerBatch\":2}")]
    [InlineData("\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Parameters\":{\"Bucket\":\"b\"}}")]
    public async Task An_inline_Map_has_no_reader_and_no_batches(string field)
    {
        using var service = new LocalStepFunctions(new() { ValidateDefinitions = false });
        var machine = service.CreateStateMachine("m", Local.Machine("{\"Type\":\"Map\"," + field + ",\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}"));
        var run = await machine.RunAsync(JsonValue.Parse("[1]"));

        Assert.Equal("States.Runtime", run.Error);
        Assert.EndsWith("The ItemReader, ItemBatcher and ResultWriter fields are not supported for INLINE maps", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_of_a_machine_is_an_error_of_its_last_event_only()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Wait","Seconds":60,"End":true}""", "\"TimeoutSeconds\":30,"));

        Assert.Equal((WorkflowStatus.TimedOut, null, null), (run.Status, run.Error, run.Cause));
        Assert.Equal("""{"error":"States.Timeout"}""", run.Events[^1].ToJson()["executionTimedOutEventDetails"]?.ToJson());
    }
}
