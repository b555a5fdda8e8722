using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine;

public sealed class ParallelTests
{
    [Fact]
    public async Task Branches_run_side_by_side_and_their_outputs_are_in_the_order_in_which_they_are_written()
    {
        var run = await Local.Run(Local.Machine("""
            {"Type":"Parallel","Parameters":{"n.$":"$.n"},"End":true,"Branches":[
             {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":20,"Next":"B2"},"B2":{"Type":"Pass","Parameters":{"b.$":"$.n"},"End":true}}},
             {"StartAt":"C","States":{"C":{"Type":"Wait","Seconds":10,"End":true}}}]}
            """), """{"n":1,"m":2}""");

        Assert.Equal("""[{"b":1},{"n":1}]""", run.Output!.ToJson());
        Assert.Equal(TimeSpan.FromSeconds(20), run.Elapsed);
        Assert.Equal(
            "1:ExecutionStarted<0 2:ParallelStateEntered<0 3:ParallelStateStarted<2 4:WaitStateEntered<3 5:WaitStateEntered<3 6:WaitStateExited<5 7:WaitStateExited<4 "
            + "8:PassStateEntered<7 9:PassStateExited<8 10:ParallelStateSucceeded<9 11:ParallelStateExited<9 12:ExecutionSucceeded<11",
            Local.Trail(run));
    }

    [Fact]
    public async Task The_first_branch_that_fails_ends_the_others()
    {
        var run = await Local.Run(Local.Machine("""
            {"Type":"Parallel","End":true,"Branches":[
             {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":20,"End":true}}},
             {"StartAt":"C","States":{"C":{"Type":"Wait","Seconds":10,"Next":"F"},"F":{"Type":"Fail","Error":"E","Cause":"c"}}}]}
            """));

        Assert.Equal(("E", "c"), (run.Error, run.Cause));
        Assert.Equal(TimeSpan.FromSeconds(10), run.Elapsed);
        Assert.Equal(
            "1:ExecutionStarted<0 2:ParallelStateEntered<0 3:ParallelStateStarted<2 4:WaitStateEntered<3 5:WaitStateEntered<3 6:WaitStateExited<5 7:FailStateEntered<6 "
            + "8:WaitStateAborted<4 9:ParallelStateFailed<7 10:ExecutionFailed<9",
            Local.Trail(run));
    }

    [Fact]
    public async Task A_branch_that_fails_inside_branches_ends_all_that_is_under_way()
    {
        var run = await Local.Run(Local.Machine("""
            {"Type":"Parallel","End":true,"Catch":[{"ErrorEquals":["E"],"Next":"Done"}],"Branches":[
             {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
               {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":20,"End":true}}},
               {"StartAt":"B1","States":{"B1":{"Type":"Wait","Seconds":30,"End":true}}}]}}},
             {"StartAt":"C","States":{"C":{"Type":"Wait","Seconds":10,"Next":"F"},"F":{"Type":"Fail","Error":"E","Cause":"c"}}}]},
             "Done":{"Type":"Succeed"}
            """));

        Assert.Equal("""{"Error":"E","Cause":"c"}""", run.Output!.ToJson());
        Assert.Equal(
            ["WaitStateAborted", "WaitStateAborted", "ParallelStateAborted", "ParallelStateFailed", "ParallelStateExited"],
            run.Events.Select(item => item.Type.ToString()).Where(type => type.EndsWith("Aborted", StringComparison.Ordinal) || type is "ParallelStateFailed" or "ParallelStateExited"));
    }

    [Fact]
    public async Task A_branch_reads_the_variables_outside_and_keeps_its_own()
    {
        var run = await Local.Run("""
            {"StartAt":"A","QueryLanguage":"JSONata","States":{
             "A":{"Type":"Pass","Assign":{"x":1},"Next":"P"},
             "P":{"Type":"Parallel","Arguments":{"in":"{% $x + 1 %}"},"Next":"Z","Branches":[
               {"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"y":"{% $x + $states.input.in %}"},"Next":"B2"},"B2":{"Type":"Pass","Output":"{% $y %}","End":true}}},
               {"StartAt":"C","States":{"C":{"Type":"Pass","Output":"{% $exists($y) %}","End":true}}}]},
             "Z":{"Type":"Pass","Output":{"r":"{% $states.input %}","y":"{% $exists($y) %}"},"End":true}}}
            """);

        Assert.Equal("""{"r":[3,false],"y":false}""", run.Output!.ToJson());
    }

    [Fact]
    public async Task A_parallel_that_is_stopped_ends_its_branches()
    {
        using var service = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var machine = service.CreateStateMachine("machine", Local.Machine("""
            {"Type":"Parallel","End":true,"Branches":[
             {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":20,"End":true}}},
             {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Wait","Seconds":20,"End":true}}}}}}]}
            """));

        var run = machine.StartExecution(JsonValue.Parse("""{"items":[1,2]}"""));
        run.Stop("Stopped", "by hand");
        await run.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((WorkflowStatus.Aborted, "Stopped"), (run.Status, run.Error));
        Assert.Equal(HistoryEventType.ExecutionAborted, run.Events[^1].Type);
    }
}
