using System.Globalization;
using CsCheck;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine.Maps;

public sealed class InlineMapTests
{
    private const string Waiting = """
        "ItemProcessor":{"StartAt":"W","States":{
         "W":{"Type":"Wait","SecondsPath":"$.seconds","Next":"C"},
         "C":{"Type":"Choice","Choices":[{"Variable":"$.fails","BooleanEquals":true,"Next":"F"}],"Default":"P"},
         "F":{"Type":"Fail","Error":"ItemFailed"},
         "P":{"Type":"Pass","OutputPath":"$.id","End":true}}}
        """;

    [Fact]
    public async Task Iterations_run_side_by_side_and_each_follows_the_start_or_the_one_that_made_room()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Map","MaxConcurrency":2,"End":true,"ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$","End":true}}}}"""),
            "[30,10,20]");

        Assert.Equal("[30,10,20]", run.Output!.ToJson());
        Assert.Equal(TimeSpan.FromSeconds(30), run.Elapsed);
        Assert.Equal(
            "1:ExecutionStarted<0 2:MapStateEntered<0 3:MapStateStarted<2 4:MapIterationStarted<3 5:WaitStateEntered<4 6:MapIterationStarted<3 7:WaitStateEntered<6 "
            + "8:WaitStateExited<7 9:MapIterationSucceeded<8 10:MapIterationStarted<8 11:WaitStateEntered<10 12:WaitStateExited<5 13:MapIterationSucceeded<12 "
            + "14:WaitStateExited<11 15:MapIterationSucceeded<14 16:MapStateSucceeded<15 17:MapStateExited<15 18:ExecutionSucceeded<17",
            Local.Trail(run));
    }

    [Fact]
    public async Task An_iteration_that_fails_ends_those_that_are_under_way_and_begins_no_more()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Map","MaxConcurrency":2,"End":true,""" + Waiting + "}"),
            """[{"id":0,"seconds":9,"fails":false},{"id":1,"seconds":5,"fails":true},{"id":2,"seconds":1,"fails":false}]""");

        Assert.Equal((WorkflowStatus.Failed, "ItemFailed"), (run.Status, run.Error));
        Assert.Equal(
            "1:ExecutionStarted<0 2:MapStateEntered<0 3:MapStateStarted<2 4:MapIterationStarted<3 5:WaitStateEntered<4 6:MapIterationStarted<3 7:WaitStateEntered<6 "
            + "8:WaitStateExited<7 9:ChoiceStateEntered<8 10:ChoiceStateExited<9 11:FailStateEntered<10 12:MapIterationFailed<11 "
            + "13:WaitStateAborted<5 14:MapIterationAborted<13 15:MapStateFailed<11 16:ExecutionFailed<15",
            Local.Trail(run));
        Assert.Equal(new MapIterationDetails("A", 0), run.Events[13].Details);
    }

    [Fact]
    public async Task The_items_index_and_value_are_in_the_context_object_also_of_branches_inside()
    {
        var run = await Local.Run(
            Local.Machine("""
                {"Type":"Map","ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","all.$":"$.more"},"End":true,
                 "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                  {"StartAt":"B","States":{"B":{"Type":"Pass","Parameters":{"in.$":"$","index.$":"$$.Map.Item.Index"},"End":true}}}]}}}}
                """),
            """{"items":["x","y"],"more":true}""");

        Assert.Equal("""[[{"in":{"i":0,"v":"x","all":true},"index":0}],[{"in":{"i":1,"v":"y","all":true},"index":1}]]""", run.Output!.ToJson());
    }

    [Fact]
    public async Task A_map_inside_a_map_has_its_own_item()
    {
        var run = await Local.Run(
            """
            {"StartAt":"A","QueryLanguage":"JSONata","States":{"A":{"Type":"Map","Items":"{% $states.input %}","End":true,"ItemProcessor":{"StartAt":"S","States":{
             "S":{"Type":"Pass","Assign":{"outer":"{% $states.context.Map.Item.Index %}"},"Next":"M"},
             "M":{"Type":"Map","End":true,"ItemSelector":"{% [$outer, $states.context.Map.Item.Index, $states.context.Map.Item.Value] %}","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}}}}}}
            """,
            "[[1],[2,3]]");

        Assert.Equal("[[[0,0,1]],[[1,0,2],[1,1,3]]]", run.Output!.ToJson());
    }

    [Theory]
    [InlineData("""{"Type":"Map","ItemsPath":"$.a","End":true,"ItemProcessor":P}""", """{"a":{"b":1}}""", "Reference path \"$.a\" must point to array.")]
    [InlineData("""{"Type":"Map","End":true,"ItemProcessor":P}""", "7", "Reference path \"$\" must point to array.")]
    [InlineData("""{"Type":"Map","ItemsPath":"$$.Execution","End":true,"ItemProcessor":P}""", "[]", "Reference path \"$.Execution\" must point to array.")]
    [InlineData("""{"Type":"Map","ItemsPath":"$.a","MaxConcurrencyPath":"$.n","End":true,"ItemProcessor":P}""", """{"a":[1],"n":-1}""", "MaxConcurrency cannot be negative.")]
    [InlineData("""{"Type":"Map","ItemsPath":"$.a","MaxConcurrencyPath":"$.n","End":true,"ItemProcessor":P}""", """{"a":[1],"n":1.5}""", "The MaxConcurrencyPath field refers to value \"1.5\" which is not a valid integer: $.n")]
    public async Task Fields_that_do_not_fit_fail_the_execution_before_the_map_starts(string state, string input, string cause)
    {
        var run = await Local.Run(Local.Machine(state.Replace("P}", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}""", StringComparison.Ordinal)), input);

        Assert.Equal("States.Runtime", run.Error);
        Assert.Equal("An error occurred while executing the state 'A' (entered at the event id #2). " + cause, run.Cause);
        Assert.Equal("1:ExecutionStarted<0 2:MapStateEntered<0 3:ExecutionFailed<2", Local.Trail(run));
    }

    [Fact]
    public async Task No_more_than_forty_iterations_run_at_once()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}}"""),
            new JsonArray(Enumerable.Repeat((JsonValue)0, 100)).ToJson());

        Assert.Equal(TimeSpan.FromSeconds(3), run.Elapsed);
        Assert.Equal(40, MostAtOnce(run));
    }

    [Fact]
    public async Task A_map_that_is_tried_again_starts_again_after_what_failed()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Map","MaxConcurrency":2,"Retry":[{"ErrorEquals":["ItemFailed"],"IntervalSeconds":60,"MaxAttempts":1}],"End":true,""" + Waiting + "}"),
            """[{"id":0,"seconds":5,"fails":true}]""");

        Assert.Equal(WorkflowStatus.Failed, run.Status);
        Assert.Equal(TimeSpan.FromSeconds(70), run.Elapsed);
        var starts = run.Events.Where(item => item.Type == HistoryEventType.MapStateStarted).ToList();
        Assert.Equal(2, starts.Count);
        Assert.Equal(HistoryEventType.FailStateEntered, run.Events[(int)starts[1].PreviousEventId - 1].Type);
    }

    [Fact]
    public void Whatever_the_items_a_map_fails_if_one_does_and_never_runs_more_at_once_than_it_may()
    {
        var items = Gen.Select(Gen.Int[0, 30], Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true)))).List[0, 30];
        Gen.Select(items, Gen.Int[0, 8]).Sample((drawn, limit) =>
        {
            var definition = Local.Machine("""{"Type":"Map","MaxConcurrency":""" + limit.ToString(CultureInfo.InvariantCulture) + ",\"End\":true," + Waiting + "}");
            var input = new JsonArray(drawn.Select((item, id) => JsonObject.Create(("id", id), ("seconds", item.Item1), ("fails", item.Item2)))).ToJson();
            var run = Local.Run(definition, input).GetAwaiter().GetResult();

            Assert.Equal(drawn.Exists(item => item.Item2) ? WorkflowStatus.Failed : WorkflowStatus.Succeeded, run.Status);
            if (run.Status == WorkflowStatus.Succeeded)
            {
                Assert.Equal(new JsonArray(drawn.Select((_, id) => (JsonValue)id)), run.Output);
            }

            Assert.True(MostAtOnce(run) <= (limit == 0 ? 40 : limit));
            Assert.Equal(Count(run, HistoryEventType.MapIterationStarted), Count(run, HistoryEventType.MapIterationSucceeded) + Count(run, HistoryEventType.MapIterationFailed) + Count(run, HistoryEventType.MapIterationAborted));
            Assert.Equal(run.Status == WorkflowStatus.Failed ? 1 : 0, Count(run, HistoryEventType.MapIterationFailed));
            Assert.All(run.Events, item => Assert.True(item.PreviousEventId < item.Id));
            var again = Local.Run(definition, input).GetAwaiter().GetResult();
            Assert.Equal(Local.Trail(run), Local.Trail(again));
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task Thousands_of_iterations_one_after_another_leave_the_stack_alone_and_end_in_time()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Map","MaxConcurrency":1,"ResultPath":null,"End":true,"ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}}"""),
            new JsonArray(Enumerable.Range(0, 6_000).Select(i => (JsonValue)i)).ToJson());

        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        Assert.Equal(TimeSpan.FromSeconds(6_000), run.Elapsed);
    }

    [Fact]
    public async Task A_map_that_fills_the_history_ends_the_execution()
    {
        var run = await Local.Run(
            Local.Machine("""{"Type":"Map","Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true,"ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}},"B":{"Type":"Succeed"}"""),
            new JsonArray(Enumerable.Range(0, 10_000).Select(i => (JsonValue)i)).ToJson());

        Assert.Equal((WorkflowStatus.Failed, "States.Runtime", 25_000), (run.Status, run.Error, run.Events.Count));
        Assert.Equal(HistoryEventType.ExecutionFailed, run.Events[^1].Type);
    }

    private static int Count(LocalExecution run, HistoryEventType type) => run.Events.Count(item => item.Type == type);

    private static int MostAtOnce(LocalExecution run)
    {
        var (now, most) = (0, 0);
        foreach (var item in run.Events)
        {
            now += item.Type switch
            {
                HistoryEventType.MapIterationStarted => 1,
                HistoryEventType.MapIterationSucceeded or HistoryEventType.MapIterationFailed or HistoryEventType.MapIterationAborted => -1,
                _ => 0,
            };
            most = Math.Max(most, now);
        }

        return most;
    }
}
