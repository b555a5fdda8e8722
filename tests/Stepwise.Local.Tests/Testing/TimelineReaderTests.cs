using Stepwise.Json;

namespace Stepwise.Local.Tests.Testing;

/// <summary>The visited states with what ran inside them.</summary>
public sealed class TimelineReaderTests
{
    private const string Flaky = """{ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true }""";

    [Fact]
    public async Task Branches_and_iterations_are_inside_their_state()
    {
        var timeline = await RunAsync("""
            { "StartAt": "Both", "States": {
              "Both": { "Type": "Parallel", "Next": "Each", "Branches": [
                { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Wait", "Seconds": 5, "End": true } } },
                { "StartAt": "C", "States": { "C": { "Type": "Pass", "Result": [1, 2], "End": true } } } ], "ResultSelector": { "items.$": "$[1]" } },
              "Each": { "Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": { "StartAt": "D", "States": { "D": { "Type": "Pass", "End": true } } } } } }
            """);

        Assert.Equal(["Both", "Each"], timeline.States.Select(state => state.Name));
        Assert.Equal([["A", "B"], ["C"]], timeline.States[0].Branches.Select(branch => branch.Select(state => state.Name)));
        Assert.Equal([["D"], ["D"]], timeline.States[1].Branches.Select(branch => branch.Select(state => state.Name)));
        Assert.All(timeline.States, state => Assert.Equal((VisitFate.Left, false), (state.Fate, state.HasFailed)));
        Assert.Equal(timeline.States[0].EnteredAt.AddSeconds(5), timeline.States[0].Branches[0][1].LeftAt);
    }

    [Fact]
    public async Task What_failed_inside_a_Parallel_that_is_caught_is_among_its_failures_and_its_sibling_was_aborted()
    {
        var timeline = await RunAsync("""
            { "StartAt": "Both", "States": {
              "Both": { "Type": "Parallel", "End": true, "Branches": [
                { "StartAt": "Slow", "States": { "Slow": { "Type": "Wait", "Seconds": 5, "End": true } } },
                { "StartAt": "Flaky", "States": { "Flaky": FLAKY } } ], "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Last" }] },
              "Last": { "Type": "Succeed" } } }
            """.Replace("FLAKY", Flaky, StringComparison.Ordinal));

        Assert.Equal("Both -> Last", timeline.ToString());
        Assert.Equal(VisitFate.Caught, timeline.States[0].Fate);
        Assert.Equal(VisitFate.Aborted, timeline.States[0].Branches[0][0].Fate);
        Assert.True(timeline.States[0].Branches[1][0].HasFailed);
        Assert.Empty(timeline.States[0].Failures);
        Assert.Equal("Sns", Assert.Single(timeline.Visits[0].Failures).Error);
    }

    [Fact]
    public async Task Each_attempt_at_a_distributed_Map_counts_once()
    {
        var timeline = await RunAsync("""
            { "StartAt": "Each", "States": {
              "Each": { "Type": "Map", "ItemsPath": "$.items", "End": true, "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }],
                "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Flaky", "States": { "Flaky": FLAKY } } } } }
            """.Replace("FLAKY", Flaky, StringComparison.Ordinal));

        var each = Assert.Single(timeline.States);
        Assert.Equal((2, 2, VisitFate.NotLeft), (each.Attempts, each.Failures.Count, each.Fate));
    }

    [Fact]
    public async Task An_expression_that_fails_is_a_failure_of_its_state()
    {
        var timeline = await RunAsync("""
            { "StartAt": "First", "QueryLanguage": "JSONata", "States": {
              "First": { "Type": "Pass", "Next": "Second" },
              "Second": { "Type": "Pass", "Output": "{% $error('no') %}", "End": true } } }
            """);

        Assert.Equal("First -> Second", timeline.ToString());
        Assert.Empty(timeline.States[0].Failures);
        Assert.Equal("States.QueryEvaluationError", Assert.Single(timeline.States[1].Failures).Error);
    }

    private static async Task<ExecutionTimeline> RunAsync(string definition)
    {
        await using var stepFunctions = new LocalStepFunctions(new() { Tasks = new LocalTasks().OnAnything((_, _) => throw new TaskFailedException("Sns", "No.")) });
        var execution = await stepFunctions.CreateStateMachine("machine", definition).RunAsync("""{ "items": [1, 2] }""");
        return execution.GetTimeline();
    }
}
