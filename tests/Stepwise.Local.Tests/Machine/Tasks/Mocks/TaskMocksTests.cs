using Stepwise.Json;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks.Mocks;

public sealed class TaskMocksTests
{
    [Fact]
    public async Task Calls_get_one_response_after_another_and_the_last_one_stays()
    {
        var mocks = new TaskMocks().Configure("A", mock => mock.Throw("Busy", "Later.", times: 2).Return(5));
        var definition = Task(Function, "\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"MaxAttempts\":3}],");

        var execution = await Run(definition, new LocalOptions { Mocks = mocks });
        Assert.Equal("5", execution.Output?.ToJson());
        Assert.Equal(2, execution.Events.Count(item => item.Type == HistoryEventType.LambdaFunctionFailed));

        // A new execution begins at the first response.
        Assert.Equal(2, (await Run(definition, new LocalOptions { Mocks = mocks })).Events.Count(item => item.Type == HistoryEventType.LambdaFunctionFailed));
    }

    [Fact]
    public async Task A_mock_comes_before_a_handler_and_other_states_have_theirs()
    {
        var definition = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"F","ResultPath":"$.a","Next":"B"},"B":{"Type":"Task","Resource":"F","ResultPath":"$.b","End":true}}}""".Replace("\"F\"", "\"" + Function + "\"", StringComparison.Ordinal);
        var execution = await Run(definition, new LocalOptions { Mocks = new TaskMocks().Return("A", "mock"), Tasks = OnWork((_, _) => Result("real")) });

        Assert.Equal("""{"a":"mock","b":"real"}""", execution.Output?.ToJson());
    }

    [Fact]
    public async Task What_AWS_adds_is_filled_in()
    {
        var lambda = await Run(
            Task("arn:aws:states:::lambda:invoke", "\"Parameters\":{\"FunctionName\":\"f\"},"),
            new LocalOptions { Mocks = new TaskMocks().Return("A", JsonValue.Parse("""{"StatusCode":200,"Payload":{"n":1}}""")) });
        Assert.Equal(["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"], ((JsonObject)lambda.Output!).Members.Select(member => member.Name));

        var nested = await Run(
            Task("arn:aws:states:::states:startExecution.sync:2", "\"Parameters\":{\"StateMachineArn\":\"arn:aws:states:us-east-1:1:stateMachine:m\",\"Name\":\"n\"},"),
            new LocalOptions { Mocks = new TaskMocks().Return("A", JsonValue.Parse("""{"Output":1,"Status":"SUCCEEDED"}""")) });
        Assert.Equal("""{"Output":1,"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","Status":"SUCCEEDED"}""", nested.Output?.ToJson());
        Assert.Contains("arn:aws:states:us-east-1:1:execution:m:n", Details(nested, HistoryEventType.TaskSubmitted)["output"]!.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_waits_for_a_token_gets_what_would_come_back_with_it()
    {
        var execution = await Run(
            Task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "\"Parameters\":{\"QueueUrl\":\"q\",\"MessageBody.$\":\"$$.Task.Token\"},"),
            new LocalOptions { Mocks = new TaskMocks().Return("A", "back") });

        Assert.Equal("\"back\"", execution.Output?.ToJson());
        Assert.Contains("TaskScheduled TaskStarted TaskSubmitted TaskSucceeded", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mocked_timeout_shows_as_one()
    {
        var execution = await Run(Task(Function), new LocalOptions { Mocks = new TaskMocks().Throw("A", "States.Timeout") });

        Assert.EndsWith("LambdaFunctionTimedOut ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }
}
