using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using JsonObject = Stepwise.Json.JsonObject;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Local.Tests.Machine;

/// <summary>The handle of an execution.</summary>
public sealed class LocalExecutionTests
{
    private const string Echo = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string Waiting = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3600,"End":true}}}""";
    private const string Calling = """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}}}""";
    private const string Asking = """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":60,"Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"End":true}}}""";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_result_is_waited_for()
    {
        await using var stepFunctions = new LocalStepFunctions();
        var execution = stepFunctions.CreateStateMachine("m", Waiting).StartExecution(JsonObject.Create(("a", 1)));

        Assert.Equal("""{"a":1}""", (await execution.GetResultAsync().WaitAsync(_patience)).ToJson());
        Assert.Same(execution, await execution.WaitAsync());
        Assert.Same(execution, execution.EnsureSucceeded());
        Assert.Equal("W", execution.GetTimeline().ToString());
        Assert.StartsWith("m succeeded after 01:00:00 and 1 transitions.", execution.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_does_not_come_is_an_exception_with_the_story_and_what_the_handler_threw()
    {
        var thrown = new FormatException("mine");
        await using var stepFunctions = new LocalStepFunctions(new() { Tasks = new LocalTasks().OnFunction("f", (_, _) => throw thrown) });
        var execution = stepFunctions.CreateStateMachine("m", Calling).StartExecution(JsonObject.Empty);

        var exception = await Assert.ThrowsAsync<LocalExecutionException>(() => execution.GetResultAsync().WaitAsync(_patience));

        Assert.Same(thrown, exception.InnerException);
        Assert.Same(execution, exception.Execution);
        Assert.StartsWith("m failed with FormatException after", exception.Message, StringComparison.Ordinal);
        Assert.Throws<LocalExecutionException>(() => execution.EnsureSucceeded());
    }

    [Fact]
    public async Task Threads_that_start_an_execution_of_one_name_at_once_get_the_same_execution()
    {
        await using var stepFunctions = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var machine = stepFunctions.CreateStateMachine("m", Waiting);
        for (var round = 0; round < 200; round++)
        {
            using var barrier = new Barrier(2);
            var name = $"n{round}";
            var started = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                barrier.SignalAndWait(_patience);
                return machine.StartExecution(JsonObject.Empty, name);
            })));

            Assert.Same(started[0], started[1]);
        }
    }

    [Theory]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}},{"StartAt":"F","States":{"F":{"Type":"Fail"}}}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"P"}],"Next":"P"}""", HistoryEventType.WaitStateAborted)]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":1,"Next":"W"}],"Default":"F"},"W":{"Type":"Wait","Seconds":60,"End":true},"F":{"Type":"Fail"}}},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"P"}],"Next":"P"}""", HistoryEventType.WaitStateAborted)]
    public async Task A_listener_that_fails_in_what_another_failure_ends_fails_the_execution(string state, HistoryEventType at)
    {
        var thrown = new FormatException("mine");
        await using var stepFunctions = new LocalStepFunctions(new()
        {
            EventListener = (_, item) =>
            {
                if (item.Type == at)
                {
                    throw thrown;
                }
            },
        });
        var execution = await stepFunctions.CreateStateMachine("m", "{\"StartAt\":\"S\",\"States\":{\"S\":" + state + ",\"P\":{\"Type\":\"Pass\",\"End\":true}}}").RunAsync("[1,2]").WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Failed, LocalErrors.ListenerFailed), (execution.Status, execution.Error));
        Assert.DoesNotContain("P", execution.States);
        Assert.Same(thrown, Assert.Throws<LocalExecutionException>(() => execution.EnsureSucceeded()).InnerException);
    }

    [Fact]
    public async Task A_wait_may_be_given_up_and_the_execution_runs_on()
    {
        await using var stepFunctions = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var execution = stepFunctions.CreateStateMachine("m", Waiting).StartExecution(JsonObject.Empty);
        using var patience = new CancellationTokenSource();
        var wait = execution.WaitAsync(patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(_patience));
        Assert.Equal(WorkflowStatus.Running, execution.Status);

        await execution.StopAsync("Enough", "It is enough.").WaitAsync(_patience);
        Assert.Equal((WorkflowStatus.Aborted, "Enough", "It is enough."), (execution.Status, execution.Error, execution.Cause));
    }

    [Fact]
    public async Task A_redrive_is_waited_for()
    {
        var calls = 0;
        await using var stepFunctions = new LocalStepFunctions(new() { Tasks = new LocalTasks().OnFunction("f", (_, _) => ++calls == 1 ? throw new TaskFailedException("E") : new(calls)) });
        var execution = await stepFunctions.CreateStateMachine("m", Calling).RunAsync(JsonObject.Empty);
        Assert.Equal(WorkflowStatus.Failed, execution.Status);

        await execution.RedriveAsync().WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Succeeded, (JsonValue)2), (execution.Status, execution.Output));
        Assert.Equal(["T", "T"], execution.States);
        await Assert.ThrowsAsync<InvalidOperationException>(() => execution.RedriveAsync());
    }

    [Fact]
    public async Task A_handler_waits_for_an_execution_that_it_started_and_the_clock_goes_on()
    {
        LocalStateMachine child = null!;
        await using var stepFunctions = new LocalStepFunctions(new()
        {
            Tasks = new LocalTasks().OnFunction("f", async (_, cancellation) =>
            {
                var execution = child.StartExecution(7);
                return await execution.GetResultAsync(cancellation);
            }),
        });
        child = stepFunctions.CreateStateMachine("child", Waiting);

        var run = await stepFunctions.CreateStateMachine("m", Calling).RunAsync(JsonObject.Empty).WaitAsync(_patience);

        Assert.Equal(((JsonValue)7, TimeSpan.FromHours(1)), (run.Output, run.Elapsed));
    }

    [Fact]
    public async Task A_handler_that_gives_a_wait_up_goes_on_at_once()
    {
        LocalStateMachine child = null!;
        await using var stepFunctions = new LocalStepFunctions(new()
        {
            Tasks = new LocalTasks().OnFunction("f", async (request, _) =>
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), request.TimeProvider);
                var execution = child.StartExecution(7);
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.WaitAsync(patience.Token));
                execution.Stop();
                return 8;
            }),
        });
        child = stepFunctions.CreateStateMachine("child", Waiting);

        var run = await stepFunctions.CreateStateMachine("m", Calling).RunAsync(JsonObject.Empty).WaitAsync(_patience);

        Assert.Equal(((JsonValue)8, TimeSpan.FromMinutes(1)), (run.Output, run.Elapsed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_answers_its_token_through_its_execution(bool succeeds)
    {
        await using var stepFunctions = new LocalStepFunctions(new()
        {
            Tasks = new LocalTasks().OnResource("sqs:sendMessage", (request, _) =>
            {
                request.Execution.SendTaskHeartbeat(request.TaskToken!);
                if (succeeds)
                {
                    request.Execution.SendTaskSuccess(request.TaskToken!, 7);
                }
                else
                {
                    request.Execution.SendTaskFailure(request.TaskToken!, "E", "c");
                }

                Assert.Throws<InvalidOperationException>(() => request.Execution.SendTaskSuccess(request.TaskToken!, 8));
                return new(JsonNull.Instance);
            }),
        });

        var run = await stepFunctions.CreateStateMachine("m", Asking).RunAsync(JsonObject.Empty).WaitAsync(_patience);

        Assert.Equal(succeeds ? (WorkflowStatus.Succeeded, (JsonValue)7, null) : (WorkflowStatus.Failed, null, "E"), (run.Status, run.Output, run.Error));
    }

    [Fact]
    public async Task An_input_is_JSON_in_any_form()
    {
        await using var stepFunctions = new LocalStepFunctions();
        var machine = stepFunctions.CreateStateMachine("m", Echo);
        using var document = JsonDocument.Parse("""{"a":[1,"b"]}""");
        LocalExecution[] runs =
        [
            await machine.RunAsync("""{"a":[1,"b"]}"""),
            await machine.RunAsync(JsonValue.Parse("""{"a":[1,"b"]}""")),
            await machine.RunAsync(document.RootElement),
            await machine.RunAsync(JsonNode.Parse("""{"a":[1,"b"]}""")),
            await machine.StartExecution("""{"a":[1,"b"]}""").WaitAsync(),
            await machine.StartExecution(document.RootElement).WaitAsync(),
            await machine.StartExecution(JsonNode.Parse("""{"a":[1,"b"]}""")).WaitAsync(),
        ];

        Assert.All(runs, run => Assert.Equal("""{"a":[1,"b"]}""", run.Output!.ToJson()));
        Assert.Equal(JsonNull.Instance, (await machine.RunAsync((JsonNode?)null)).Output);
        Assert.Contains("not JSON", Assert.Throws<ArgumentException>(() => machine.StartExecution("{")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_may_be_built()
    {
        await using var stepFunctions = new LocalStepFunctions();
        var definition = new StateMachine { StartAt = "P", States = [new PassState { Name = "P", Result = 7, End = true }] };
        var machine = stepFunctions.CreateStateMachine("m", definition);

        Assert.Equal((JsonValue)7, (await machine.RunAsync(JsonObject.Empty)).Output);
        Assert.Same(machine, stepFunctions.CreateStateMachine("m", definition));
        Assert.Throws<ArgumentException>(() => stepFunctions.CreateStateMachine("n", definition with { StartAt = "Q" }));
    }

    [Fact]
    public async Task The_states_entered_are_read_again_only_when_there_are_more()
    {
        await using var stepFunctions = new LocalStepFunctions();
        var run = await stepFunctions.CreateStateMachine("m", Echo).RunAsync(JsonObject.Empty);

        Assert.Equal(["P"], run.States);
        Assert.Same(run.States, run.States);
    }
}
