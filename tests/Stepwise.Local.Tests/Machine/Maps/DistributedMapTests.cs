using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine.Maps;

public sealed class DistributedMapTests
{
    private const string Choosing = """
        "StartAt":"W","States":{
         "W":{"Type":"Wait","SecondsPath":"$.seconds","Next":"C"},
         "C":{"Type":"Choice","Choices":[{"Variable":"$.fails","BooleanEquals":true,"Next":"F"}],"Default":"P"},
         "F":{"Type":"Fail","Error":"ItemFailed","Cause":"as asked"},
         "P":{"Type":"Pass","OutputPath":"$.id","End":true}}
        """;

    [Fact]
    public async Task Children_are_executions_of_their_own_with_names_and_histories()
    {
        var run = await Local.Run(
            Map("\"Label\":\"Orders\",", """
                "StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"in.$":"$","id.$":"$$.Execution.Id","machine.$":"$$.StateMachine.Name"},"End":true}}
                """),
            "[1]");

        Assert.Equal("1:ExecutionStarted<0 2:MapStateEntered<0 3:MapStateStarted<2 4:MapRunStarted<3 5:MapRunSucceeded<4 6:MapStateSucceeded<5 7:MapStateExited<4 8:ExecutionSucceeded<7", Local.Trail(run));
        var mapRun = Assert.Single(run.MapRuns);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:mapRun:machine/Orders:", mapRun.Arn, StringComparison.Ordinal);
        var child = Assert.Single(mapRun.GetExecutions());
        Assert.Equal("arn:aws:states:us-east-1:123456789012:execution:machine/Orders:" + child.Name, child.Arn);
        Assert.Equal("1:ExecutionStarted<0 2:PassStateEntered<0 3:PassStateExited<2 4:ExecutionSucceeded<3", Local.Trail(child));
        Assert.Equal($$"""[{"in":1,"id":"{{child.Arn}}","machine":"machine/Orders"}]""", run.Output!.ToJson());
        Assert.Equal(new(0, 0, 1, 0, 0, 0, 0), mapRun.GetItemCounts());
    }

    [Fact]
    public async Task The_children_of_an_express_map_are_express()
    {
        var run = await Local.Run(Map("", Choosing).Replace("\"STANDARD\"", "\"EXPRESS\"", StringComparison.Ordinal), Items((0, false)));

        var child = Assert.Single(run.MapRuns[0].GetExecutions());
        Assert.Equal(WorkflowType.Express, child.StateMachine.Type);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:machine/", child.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_in_a_child_that_nobody_handles_fails_the_execution_whatever_is_tolerated()
    {
        var run = await Local.Run(
            Map("\"ToleratedFailurePercentage\":100,", """
                "StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"Message":"m"},"End":true}}
                """),
            "[1,2,3]");

        Assert.Equal((WorkflowStatus.Failed, LocalErrors.NoHandler), (run.Status, run.Error));
        Assert.Contains("The state 'T' calls 'sns:publish', but it has neither a handler nor a mock", run.Cause, StringComparison.Ordinal);
        Assert.Equal(MapRunStatus.Failed, Assert.Single(run.MapRuns).Status);
    }

    [Fact]
    public async Task A_failure_that_is_not_tolerated_ends_the_map_run_and_what_is_under_way()
    {
        var run = await Local.Run(Map("\"MaxConcurrency\":2,", Choosing), Items((9, false), (5, true), (1, false)));

        Assert.Equal(("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded"), (run.Error, run.Cause));
        Assert.Equal("1:ExecutionStarted<0 2:MapStateEntered<0 3:MapStateStarted<2 4:MapRunStarted<3 5:MapRunFailed<4 6:MapStateFailed<5 7:ExecutionFailed<6", Local.Trail(run));
        Assert.Equal(TimeSpan.FromSeconds(5), run.Elapsed);
        Assert.Equal(new(1, 0, 0, 1, 0, 1, 0), run.MapRuns[0].GetExecutionCounts());
        Assert.Equal(HistoryEventType.ExecutionAborted, run.MapRuns[0].GetExecutions()[0].Events[^1].Type);
    }

    [Fact]
    public async Task Failures_that_are_tolerated_stand_in_the_result_as_they_ended()
    {
        var run = await Local.Run(Map("\"ToleratedFailureCount\":1,", Choosing), Items((1, false), (1, true), (1, false)));

        var result = (JsonArray)run.Output!;
        Assert.Equal((0, 2), (Number(result[0]), Number(result[2])));
        var failed = (JsonObject)result[1];
        Assert.Equal("ItemFailed", ((JsonString)failed["Error"]!).Value);
        Assert.Equal("FAILED", ((JsonString)failed["Status"]!).Value);
        Assert.Equal("""{"id":1,"seconds":1,"fails":true}""", ((JsonString)failed["Input"]!).Value);
    }

    [Theory]
    [InlineData("\"ToleratedFailureCount\":1,", WorkflowStatus.Failed)]
    [InlineData("\"ToleratedFailureCount\":2,", WorkflowStatus.Succeeded)]
    [InlineData("\"ToleratedFailurePercentage\":49,", WorkflowStatus.Failed)]
    [InlineData("\"ToleratedFailurePercentage\":50,", WorkflowStatus.Succeeded)]
    [InlineData("\"ToleratedFailureCount\":3,\"ToleratedFailurePercentage\":10,", WorkflowStatus.Failed)]
    [InlineData("\"ToleratedFailureCount\":3,\"ToleratedFailurePercentage\":100,", WorkflowStatus.Succeeded)]
    public async Task Two_of_four_fail(string tolerated, WorkflowStatus expected)
    {
        var run = await Local.Run(Map(tolerated, Choosing), Items((1, false), (2, true), (3, false), (4, true)));

        Assert.Equal(expected, run.Status);
    }

    [Fact]
    public async Task An_object_is_mapped_member_by_member()
    {
        const string Input = """{"b":2,"a":{"x":1}}""";
        const string Pass = """
            "StartAt":"P","States":{"P":{"Type":"Pass","End":true}}
            """;

        Assert.Equal("""[{"Key":"b","Value":2},{"Key":"a","Value":{"x":1}}]""", (await Local.Run(Map("", Pass), Input)).Output!.ToJson());
        Assert.Equal(
            """[{"k":"b","v":2,"i":0,"s":"STATE_DATA"},{"k":"a","v":{"x":1},"i":1,"s":"STATE_DATA"}]""",
            (await Local.Run(Map("""
                "ItemSelector":{"k.$":"$$.Map.Item.Key","v.$":"$$.Map.Item.Value","i.$":"$$.Map.Item.Index","s.$":"$$.Map.Item.Source"},
                """, Pass), Input)).Output!.ToJson());
    }

    [Theory]
    [InlineData("\"MaxItemsPerBatch\":2", "[2,2,1]")]
    [InlineData("\"MaxItemsPerBatch\":2,\"BatchInput\":{\"of.$\":\"$.name\"}", "[2,2,1]")]
    [InlineData("\"MaxInputBytesPerBatch\":100", "[5]")]
    [InlineData("\"MaxInputBytesPerBatch\":21", "[5]")]
    [InlineData("\"MaxInputBytesPerBatch\":20", "[4,1]")]
    [InlineData("\"MaxInputBytesPerBatch\":1", "[1,1,1,1,1]")]
    [InlineData("\"MaxItemsPerBatchPath\":\"$.n\"", "[3,2]")]
    public async Task Items_are_batched_by_number_and_by_size(string batcher, string sizes)
    {
        var run = await Local.Run(
            Map("\"ItemsPath\":\"$.items\",\"ItemBatcher\":{" + batcher + "},", """
                "StartAt":"P","States":{"P":{"Type":"Pass","End":true}}
                """),
            """{"items":[1,2,3,4,5],"n":3,"name":"x"}""");

        // {"Items":[1,2,3,4,5]} has 21 bytes.
        var batches = ((JsonArray)run.Output!).Cast<JsonObject>().ToList();
        Assert.Equal(sizes, new JsonArray(batches.Select(batch => (JsonValue)((JsonArray)batch["Items"]!).Count)).ToJson());
        Assert.Equal([1, 2, 3, 4, 5], batches.SelectMany(batch => (JsonArray)batch["Items"]!).Select(Number));
        Assert.Equal(5, run.MapRuns[0].GetItemCounts().Succeeded);
        Assert.Equal(batches.Count, run.MapRuns[0].GetExecutionCounts().Succeeded);
        if (batcher.Contains("BatchInput", StringComparison.Ordinal))
        {
            Assert.All(batches, batch => Assert.Equal("""{"of":"x"}""", batch["BatchInput"]!.ToJson()));
        }
    }

    [Fact]
    public async Task A_batch_that_fails_counts_with_all_its_items()
    {
        var definition = Map("\"ItemBatcher\":{\"MaxItemsPerBatch\":2},\"ToleratedFailureCount\":1,", """
            "StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}
            """);

        Assert.Equal(WorkflowStatus.Failed, (await Local.Run(definition, "[1,2]")).Status);
        Assert.Equal(WorkflowStatus.Succeeded, (await Local.Run(definition, "[1]")).Status);
    }

    [Fact]
    public async Task An_item_that_is_too_large_for_an_execution_fails_the_map_run()
    {
        var run = await Local.Run(
            Map("\"ItemSelector\":{\"a.$\":\"$$.Map.Item.Value\",\"b.$\":\"$$.Map.Item.Value\"},", Choosing),
            "[\"short\",\"" + new string('x', 140_000) + "\"]");

        Assert.Equal(("States.DataLimitExceeded", "The input of the child execution 1 exceeds the maximum of 262144 bytes."), (run.Error, run.Cause));
        Assert.Equal(HistoryEventType.MapRunFailed, run.Events[^3].Type);
    }

    [Fact]
    public async Task A_map_inside_a_child_runs_children_of_its_own()
    {
        var inner = """
            "StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}}
            """;

        var run = await Local.Run(Map("", inner), "[[1,2],[3]]");

        Assert.Equal("[[1,2],[3]]", run.Output!.ToJson());
        Assert.Equal([2, 1], run.MapRuns[0].GetExecutions().Select(child => child.MapRuns[0].GetExecutions().Count));
    }

    [Fact]
    public async Task A_map_run_that_is_stopped_stops_its_children()
    {
        using var bothWait = new CountdownEvent(2);
        using var service = new LocalStepFunctions(new()
        {
            TimeProvider = new VirtualClock { AutoAdvance = false },
            EventListener = (_, item) =>
            {
                if (item.Type == HistoryEventType.WaitStateEntered)
                {
                    bothWait.Signal();
                }
            },
        });
        var run = service.CreateStateMachine("machine", Map("", Choosing)).StartExecution(JsonValue.Parse(Items((5, false), (5, false))));
        Assert.True(bothWait.Wait(TimeSpan.FromSeconds(20)));

        run.Stop();
        await run.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(WorkflowStatus.Aborted, run.Status);
        Assert.Equal(MapRunStatus.Aborted, run.MapRuns[0].Status);
        Assert.All(run.MapRuns[0].GetExecutions(), child => Assert.Equal(WorkflowStatus.Aborted, child.Status));
    }

    [Fact]
    public async Task A_map_run_that_is_stopped_tells_the_handlers_of_its_children()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = new LocalTasks().OnAnything(async (_, cancellation) =>
        {
            using var registration = cancellation.Register(told.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return JsonNull.Instance;
        });
        using var service = new LocalStepFunctions(new() { Tasks = tasks, UnresponsiveAfter = TimeSpan.FromMinutes(10) });
        var run = service.CreateStateMachine("machine", Map("", """
                "StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}}
                """)).StartExecution(JsonValue.Parse("[1]"));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        run.Stop();

        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await run.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(WorkflowStatus.Aborted, run.MapRuns[0].GetExecutions()[0].Status);
    }

    [Fact]
    public async Task A_redriven_execution_goes_on_with_the_items_that_have_not_succeeded()
    {
        using var service = new LocalStepFunctions();
        var machine = service.CreateStateMachine("machine", Map("\"MaxConcurrency\":1,", """
            "StartAt":"P","States":{
             "P":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $states.input = 2 and $states.context.Execution.RedriveCount = 0 ? $error('only at first') : $states.input %}","End":true}}
            """));
        var run = await machine.RunAsync(JsonValue.Parse("[1,2,3]"));
        Assert.Equal(new(1, 0, 1, 1, 0, 0, 0), run.MapRuns[0].GetItemCounts());
        var first = run.MapRuns[0].GetExecutions()[0];

        run.Redrive();
        await run.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((WorkflowStatus.Succeeded, "[1,2,3]"), (run.Status, run.Output!.ToJson()));
        var mapRun = Assert.Single(run.MapRuns);
        Assert.Equal((MapRunStatus.Succeeded, 1), (mapRun.Status, mapRun.RedriveCount));
        Assert.Same(first, mapRun.GetExecutions()[0]);
        Assert.Contains(run.Events, item => item is { Type: HistoryEventType.MapRunRedriven, Details: MapRunDetails { RedriveCount: 1 } });
        Assert.Contains(mapRun.GetExecutions()[1].Events, item => item.Type == HistoryEventType.ExecutionRedriven);
    }

    [Fact]
    public void Whatever_fails_a_map_run_fails_exactly_where_more_does_than_is_tolerated()
    {
        var items = Gen.Select(Gen.Int[0, 20], Gen.Bool).List[1, 20];
        Gen.Select(items, Gen.Int[0, 5], Gen.Int[-1, 8], Gen.Int[-1, 100]).Sample((drawn, limit, count, percentage) =>
        {
            var fields = "\"MaxConcurrency\":" + Text(limit) + "," + (count < 0 ? "" : "\"ToleratedFailureCount\":" + Text(count) + ",") + (percentage < 0 ? "" : "\"ToleratedFailurePercentage\":" + Text(percentage) + ",");
            var run = Local.Run(Map(fields, Choosing), Items([.. drawn])).GetAwaiter().GetResult();

            var failing = drawn.Count(item => item.Item2);
            var isTolerated = failing == 0
                || ((count >= 0 || percentage >= 0) && (count < 0 || failing <= count) && (percentage < 0 || failing * 100.0 / drawn.Count <= percentage));
            Assert.Equal(isTolerated ? WorkflowStatus.Succeeded : WorkflowStatus.Failed, run.Status);
            var counts = run.MapRuns[0].GetItemCounts();
            Assert.Equal((drawn.Count, 0), (counts.Total, counts.Running));
            if (isTolerated)
            {
                Assert.Equal((failing, drawn.Count - failing), (counts.Failed, counts.Succeeded));
                Assert.Equal(drawn.Select((item, id) => item.Item2 ? (int?)null : id), ((JsonArray)run.Output!).Select(item => item is JsonNumber ? Number(item) : (int?)null));
            }

            Assert.True(MostAtOnce(run.MapRuns[0].GetExecutions()) <= (limit == 0 ? drawn.Count : limit));
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task Ten_thousand_items_are_run_in_seconds()
    {
        var watch = Stopwatch.StartNew();
        var run = await Local.Run(
            Map("\"ResultSelector\":{\"n.$\":\"States.ArrayLength($)\"},", """
                "StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Next":"P"},"P":{"Type":"Pass","End":true}}
                """),
            new JsonArray(Enumerable.Range(0, 10_000).Select(i => (JsonValue)i)).ToJson());

        Assert.Equal("""{"n":10000}""", run.Output!.ToJson());
        Assert.Equal(TimeSpan.FromMinutes(1), run.Elapsed);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task A_map_run_is_described_as_aws_does()
    {
        var run = await Local.Run(Map("\"MaxConcurrency\":3,\"ToleratedFailureCount\":1,", Choosing), Items((1, true), (1, false)));

        var json = run.MapRuns[0].ToJson();
        Assert.Equal(
            ["mapRunArn", "executionArn", "status", "startDate", "stopDate", "maxConcurrency", "toleratedFailurePercentage", "toleratedFailureCount", "itemCounts", "executionCounts", "redriveCount"],
            json.Members.Select(member => member.Name));
        Assert.Equal("SUCCEEDED", ((JsonString)json["status"]!).Value);
        Assert.Equal("""{"pending":0,"running":0,"succeeded":1,"failed":1,"timedOut":0,"aborted":0,"total":2,"resultsWritten":0,"failuresNotRedrivable":0,"pendingRedrive":0}""", json["itemCounts"]!.ToJson());
    }

    private static string Map(string fields, string processor) => Local.Machine(
        "{\"Type\":\"Map\"," + fields + "\"End\":true,\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"}," + processor + "}}");

    private static string Items(params (int Seconds, bool Fails)[] items)
        => new JsonArray(items.Select((item, id) => JsonObject.Create(("id", id), ("seconds", item.Seconds), ("fails", item.Fails)))).ToJson();

    private static int Number(JsonValue value) => (int)((JsonNumber)value).ToDouble();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int MostAtOnce(IReadOnlyList<LocalExecution> children)
    {
        // What ends at a time makes room for what starts then.
        var steps = children.Select(child => (At: child.StartedAt, Step: 1)).Concat(children.Select(child => (At: child.StoppedAt!.Value, Step: -1)));
        var (now, most) = (0, 0);
        foreach (var (_, step) in steps.OrderBy(item => item.At).ThenBy(item => item.Step))
        {
            now += step;
            most = Math.Max(most, now);
        }

        return most;
    }
}
