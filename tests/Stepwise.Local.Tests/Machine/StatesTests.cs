using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine;

public sealed class StatesTests
{
    [Fact]
    public async Task A_pass_shapes_its_data_from_input_to_output()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Pass","InputPath":"$.a","Parameters":{"n.$":"$.n","who.$":"$$.State.Name"},"ResultPath":"$.r","OutputPath":"$.r","End":true}"""),
            """{"a":{"n":1}}""");

        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        Assert.Equal("""{"n":1,"who":"A"}""", run.Output!.ToJson());
        Assert.Equal("1:ExecutionStarted<0 2:PassStateEntered<0 3:PassStateExited<2 4:ExecutionSucceeded<3", Local.Trail(run));
    }

    [Fact]
    public async Task A_wait_takes_its_time_on_the_clock_and_none_of_the_tests()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Wait","Seconds":86400,"End":true}"""));

        Assert.Equal(TimeSpan.FromDays(1), run.Elapsed);
        Assert.Equal("1:ExecutionStarted<0 2:WaitStateEntered<0 3:WaitStateExited<2 4:ExecutionSucceeded<3", Local.Trail(run));
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_fails_the_execution()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Pass","OutputPath":"$.none","End":true}"""));

        Assert.Equal(WorkflowStatus.Failed, run.Status);
        Assert.Equal("States.Runtime", run.Error);
        Assert.Equal("An error occurred while executing the state 'A' (entered at the event id #2). Invalid path '$.none' : No results for path: $['none']", run.Cause);
    }

    [Fact]
    public async Task An_expression_that_fails_is_an_event_that_follows_what_the_state_followed()
    {
        var run = await Local.Run("""
            {"StartAt":"A","QueryLanguage":"JSONata","States":{
             "A":{"Type":"Pass","Next":"B"},
             "B":{"Type":"Pass","Output":"{% $none %}","End":true}}}
            """);

        Assert.Equal("States.QueryEvaluationError", run.Error);
        Assert.Equal("1:ExecutionStarted<0 2:PassStateEntered<0 3:PassStateExited<2 4:PassStateEntered<3 5:EvaluationFailed<3 6:ExecutionFailed<5", Local.Trail(run));
    }

    [Fact]
    public async Task Variables_are_set_when_the_state_is_left()
    {
        var run = await Local.Run("""
            {"StartAt":"A","QueryLanguage":"JSONata","States":{
             "A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"B"},
             "B":{"Type":"Pass","Assign":{"x":"{% $y %}","y":"{% $x %}"},"Output":"{% [$x,$y] %}","Next":"C"},
             "C":{"Type":"Succeed","Output":{"in":"{% $states.input %}","x":"{% $x %}","y":"{% $y %}"}}}}
            """);

        Assert.Equal("""{"in":[1,2],"x":2,"y":1}""", run.Output!.ToJson());
        Assert.Equal("""{"x":2,"y":1}""", ((StateExitedDetails)run.Events[4].Details!).AssignedVariables!.ToJson());
    }

    [Fact]
    public async Task A_fail_says_its_error_and_cause()
    {
        var run = await Local.Run(Local.Machine("""{"Type":"Fail","Error":"Oh","CausePath":"$.why"}"""), """{"why":"because"}""");

        Assert.Equal((WorkflowStatus.Failed, "Oh", "because"), (run.Status, run.Error, run.Cause));
        Assert.Equal("1:ExecutionStarted<0 2:FailStateEntered<0 3:ExecutionFailed<2", Local.Trail(run));
    }
}
