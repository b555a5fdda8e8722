using Stepwise.Json;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

public sealed class NestedExecutionTests
{
    private const string Start = "arn:aws:states:::states:startExecution";
    private const string Child = "arn:aws:states:us-east-1:123456789012:stateMachine:child";
    private const string Echo = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string Waits = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":30,"End":true}}}""";
    private const string Fails = """{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Broken","Cause":"By design."}}}""";
    private const string Parameters = "\"Parameters\":{\"StateMachineArn\":\"" + Child + "\",\"Name\":\"c1\",\"Input\":{\"x.$\":\"$.in\"}},";

    [Fact]
    public async Task A_started_execution_runs_on_by_itself()
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Waits);
        var execution = await service.CreateStateMachine("parent", Task(Start, Parameters)).RunAsync(JsonObject.Create(("in", 1)));

        var output = (JsonObject)execution.Output!;
        Assert.Equal(["ExecutionArn", "SdkHttpMetadata", "SdkResponseMetadata", "StartDate"], output.Members.Select(member => member.Name));
        Assert.Equal("\"arn:aws:states:us-east-1:123456789012:execution:child:c1\"", output["ExecutionArn"]!.ToJson());
        Assert.Equal("0", Seconds(execution.Elapsed));
    }

    [Fact]
    public async Task A_task_in_an_execution_that_nobody_handles_fails_the_one_that_waits_for_it_past_its_Catch()
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Task("arn:aws:states:::sns:publish", "\"Parameters\":{\"Message\":\"m\"},"));
        var execution = await service.CreateStateMachine("parent", Caught(Start + ".sync", Parameters)).RunAsync(JsonObject.Create(("in", 1)));

        Assert.Equal(LocalErrors.NoHandler, execution.Error);
        Assert.Contains("sns:publish", execution.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".sync", "\"{\\\"x\\\":1}\"")]
    [InlineData(".sync:2", "{\"x\":1}")]
    public async Task An_execution_that_is_waited_for_is_described(string pattern, string data)
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Waits);
        var execution = await service.CreateStateMachine("parent", Task(Start + pattern, Parameters)).RunAsync(JsonObject.Create(("in", 1)));

        var output = (JsonObject)execution.Output!;
        Assert.Equal(
            ["ExecutionArn", "Input", "InputDetails", "Name", "Output", "OutputDetails", "RedriveCount", "RedriveStatus", "RedriveStatusReason", "StartDate", "StateMachineArn", "Status", "StopDate"],
            output.Members.Select(member => member.Name));
        Assert.Equal(data, output["Input"]!.ToJson());
        Assert.Equal(data, output["Output"]!.ToJson());
        Assert.Equal("\"SUCCEEDED\"", output["Status"]!.ToJson());
        Assert.Contains("TaskStarted TaskSubmitted TaskSucceeded", Types(execution), StringComparison.Ordinal);
        Assert.Equal("30", Seconds(execution.Elapsed));
    }

    [Fact]
    public async Task An_execution_that_fails_fails_the_task_with_its_description()
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Fails);
        var execution = await service.CreateStateMachine("parent", Task(Start + ".sync", Parameters)).RunAsync(JsonObject.Create(("in", 1)));

        Assert.Equal("States.TaskFailed", execution.Error);
        var cause = (JsonObject)JsonValue.Parse(execution.Cause!);
        Assert.Equal("\"Broken\"", cause["Error"]!.ToJson());
        Assert.Equal("\"By design.\"", cause["Cause"]!.ToJson());
        Assert.Equal("\"FAILED\"", cause["Status"]!.ToJson());
        Assert.EndsWith("TaskSubmitted TaskFailed ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_times_out_stops_the_execution_that_it_waits_for()
    {
        LocalExecution? child = null;
        using var service = new LocalStepFunctions(new() { EventListener = (item, _) => child = item.StateMachine.Name == "child" ? item : child });
        service.CreateStateMachine("child", Waits);
        var execution = await service.CreateStateMachine("parent", Task(Start + ".sync:2", Parameters + "\"TimeoutSeconds\":5,")).RunAsync(JsonObject.Create(("in", 1)));
        await child!.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("States.Timeout", execution.Error);
        Assert.Equal(WorkflowStatus.Aborted, child.Status);
    }

    [Fact]
    public async Task A_name_that_is_taken_cannot_be_started_again()
    {
        using var service = new LocalStepFunctions();
        var child = service.CreateStateMachine("child", Echo);
        await child.RunAsync(JsonObject.Empty, "c1");
        var execution = await service.CreateStateMachine("parent", Task(Start, Parameters)).RunAsync(JsonObject.Create(("in", 1)));

        Assert.Equal("StepFunctions.ExecutionAlreadyExistsException", execution.Error);
    }

    [Theory]
    [InlineData("\"Name\":\"it exists\",", "InvalidName")]
    [InlineData("\"Name\":\"\",", "InvalidName")]
    [InlineData("\"Input\":\"{\",", "InvalidExecutionInput")]
    [InlineData("\"Input\":{\"a.$\":\"$.long\",\"b.$\":\"$.long\"},", "InvalidExecutionInput")]
    public async Task An_execution_that_cannot_be_started_fails_with_the_code_of_AWS(string parameters, string code)
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Echo);
        var start = "\"Parameters\":{" + parameters + "\"StateMachineArn\":\"" + Child + "\"},";
        var execution = await service.CreateStateMachine("parent", Task(Start, start)).RunAsync(JsonObject.Create(("long", new string('x', 200_000))));

        Assert.Equal($"StepFunctions.{code}Exception", execution.Error);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_is_nobodys_work()
    {
        var execution = await Run(Caught(Start, Parameters), new LocalTasks(), """{"in":1}""");

        Assert.Equal(LocalErrors.NoHandler, execution.Error);
        Assert.Contains("create the state machine in the same LocalStepFunctions", execution.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_sends_the_token_of_its_parent_back_through_the_SDK()
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Task("arn:aws:states:::aws-sdk:sfn:sendTaskSuccess", "\"Parameters\":{\"TaskToken.$\":\"$.token\",\"Output\":{\"from\":\"child\"}},"));
        var parameters = "\"Parameters\":{\"StateMachineArn\":\"" + Child + "\",\"Input\":{\"token.$\":\"$$.Task.Token\"}},";
        var execution = await service.CreateStateMachine("parent", Task(Start + ".waitForTaskToken", parameters)).RunAsync(JsonObject.Empty);

        Assert.Equal("""{"from":"child"}""", execution.Output?.ToJson());
    }

    [Fact]
    public async Task A_token_that_was_never_given_out_is_refused_in_words_of_AWS()
    {
        var execution = await Run(Task("arn:aws:states:::aws-sdk:sfn:sendTaskFailure", "\"Parameters\":{\"TaskToken\":\"nothing\"},"), new LocalTasks());

        Assert.Equal("Sfn.InvalidTokenException", execution.Error);
        Assert.StartsWith("Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: ", execution.Cause, StringComparison.Ordinal);
        Assert.EndsWith(") (SDK Attempt Count: 1)", execution.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Express_execution_is_waited_for_through_the_SDK()
    {
        using var service = new LocalStepFunctions();
        service.CreateStateMachine("child", Echo, WorkflowType.Express);
        var execution = await service.CreateStateMachine("parent", Task("arn:aws:states:::aws-sdk:sfn:startSyncExecution", Parameters)).RunAsync(JsonObject.Create(("in", 1)));

        var output = (JsonObject)execution.Output!;
        Assert.Equal("\"SUCCEEDED\"", output["Status"]!.ToJson());
        Assert.Equal("\"{\\\"x\\\":1}\"", output["Output"]!.ToJson());
    }
}
