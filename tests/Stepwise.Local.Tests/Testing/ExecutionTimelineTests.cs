using Stepwise.Json;

namespace Stepwise.Local.Tests.Testing;

/// <summary>The way of an execution as its history tells it.</summary>
public sealed class ExecutionTimelineTests
{
    [Fact]
    public async Task Visits_have_their_times_inputs_and_outputs()
    {
        var execution = await RunAsync("""
            { "StartAt": "First", "States": {
              "First": { "Type": "Pass", "Result": 1, "ResultPath": "$.a", "Next": "Pause" },
              "Pause": { "Type": "Wait", "Seconds": 90, "Next": "Last" },
              "Last": { "Type": "Succeed" } } }
            """);
        var visits = ExecutionTimeline.From(execution).Visits;
        Assert.Equal(["First", "Pause", "Last"], visits.Select(visit => visit.Name));
        Assert.Equal(["Pass", "Wait", "Succeed"], visits.Select(visit => visit.Type));
        Assert.Equal(TimeSpan.FromSeconds(90), visits[1].LeftAt - visits[1].EnteredAt);
        Assert.Equal(JsonValue.Parse("""{"a":1}"""), visits[0].Output);
        Assert.Equal(JsonObject.Empty, visits[0].Input);
    }

    [Fact]
    public async Task Attempts_and_failures_belong_to_their_visit_whether_caught_or_not()
    {
        var execution = await RunAsync("""
            { "StartAt": "Work", "States": {
              "Work": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:us-east-1:123456789012:topic", "Message": "m" }, "Next": "Last",
                "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 3, "MaxAttempts": 1 }],
                "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Last" }] },
              "Last": { "Type": "Succeed" } } }
            """);
        var timeline = ExecutionTimeline.From(execution);
        Assert.Equal("Work (2 attempts) -> Last", timeline.ToString());
        Assert.Equal([("Sns", "No."), ("Sns", "No.")], timeline.Visits[0].Failures.Select(failure => (failure.Error!, failure.Cause!)));
        Assert.Equal(TimeSpan.FromSeconds(3), timeline.Visits[0].Failures[1].At - timeline.Visits[0].Failures[0].At);
    }

    [Fact]
    public async Task A_Parallel_that_was_left_is_one_visit_and_one_that_failed_shows_the_branch_that_failed_it()
    {
        const string Definition = """
            { "StartAt": "Both", "States": {
              "Both": { "Type": "Parallel", "Next": "Last", "Branches": [
                { "StartAt": "Good", "States": { "Good": { "Type": "Pass", "End": true } } },
                { "StartAt": "Other", "States": { "Other": { "Type": "Pass", "Next": "Work" }, "Work": WORK } } ] },
              "Last": { "Type": "Succeed" } } }
            """;
        var good = await RunAsync(Definition.Replace("WORK", """{ "Type": "Pass", "End": true }""", StringComparison.Ordinal));
        Assert.Equal("Both -> Last", ExecutionTimeline.From(good).ToString());

        var bad = await RunAsync(Definition.Replace("WORK", """{ "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:us-east-1:123456789012:topic", "Message": "m" }, "End": true }""", StringComparison.Ordinal));
        Assert.Equal("Both -> Other -> Work", ExecutionTimeline.From(bad).ToString());
    }

    [Fact]
    public async Task A_Map_that_was_left_is_one_visit_whatever_its_iterations_did()
    {
        var execution = await RunAsync("""
            { "StartAt": "Each", "States": {
              "Each": { "Type": "Map", "ItemsPath": "$.items", "Next": "Each again", "ItemProcessor": { "StartAt": "Item", "States": { "Item": { "Type": "Pass", "End": true } } }, "ResultPath": null },
              "Each again": { "Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": { "StartAt": "Item 2", "States": { "Item 2": { "Type": "Pass", "End": true } } } } } }
            """, """{ "items": [1, 2, 3] }""");
        Assert.Equal(WorkflowStatus.Succeeded, execution.Status);
        Assert.Equal("Each -> Each again", ExecutionTimeline.From(execution).ToString());
    }

    [Fact]
    public async Task A_run_that_times_out_ends_in_the_state_where_it_stood()
    {
        var execution = await RunAsync("""
            { "TimeoutSeconds": 5, "StartAt": "First", "States": { "First": { "Type": "Pass", "Next": "Pause" }, "Pause": { "Type": "Wait", "Seconds": 90, "End": true } } }
            """);
        Assert.Equal(WorkflowStatus.TimedOut, execution.Status);
        var timeline = ExecutionTimeline.From(execution);
        Assert.Equal("First -> Pause", timeline.ToString());
        Assert.Null(timeline.Visits[1].LeftAt);
    }

    private static async Task<LocalExecution> RunAsync(string definition, string input = "{}")
    {
        using var stepFunctions = new LocalStepFunctions(new() { Tasks = new LocalTasks().OnAnything((_, _) => throw new TaskFailedException("Sns", "No.")) });
        return await stepFunctions.CreateStateMachine("machine", definition).RunAsync(JsonValue.Parse(input));
    }
}
