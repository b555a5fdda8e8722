using Stepwise.Json;
using Stepwise.Local.Tests.Timing;

namespace Stepwise.Local.Tests.Hostile;

/// <summary>Cancellation and disposal at every moment of an execution: it ends, everybody who waits is told, and the history says that it was stopped.</summary>
[Collection(HostileGroup.Name)]
public sealed class CancellationTests : IDisposable
{
    private const string Definition = """
        {
          "StartAt": "Both",
          "States": {
            "Both": {
              "Type": "Parallel",
              "Branches": [
                { "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": 5, "Next": "Fast" }, "Fast": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:fast", "End": true } } },
                { "StartAt": "Slow", "States": { "Slow": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:slow", "TimeoutSeconds": 60, "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }], "End": true } } }
              ],
              "Next": "Each"
            },
            "Each": {
              "Type": "Map",
              "MaxConcurrency": 2,
              "ItemProcessor": { "StartAt": "Item", "States": { "Item": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:fast", "Next": "Pause" }, "Pause": { "Type": "Wait", "Seconds": 1, "End": true } } },
              "Next": "Last"
            },
            "Last": { "Type": "Wait", "Seconds": 1, "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly UnobservedExceptions _unobserved = new();

    public void Dispose()
    {
        _unobserved.AssertNone();
        _unobserved.Dispose();
    }

    [Fact]
    public async Task An_execution_may_be_cancelled_at_each_of_its_events()
    {
        var all = await Run(0);
        Assert.Equal(WorkflowStatus.Succeeded, all.Status);
        Assert.True(all.Events.Count > 30);

        // What takes no time goes on to the next rest: the last one is that of the last state that waits.
        var lastRest = all.Events.Single(item => item.Details is StateEnteredDetails { Name: "Last" }).Id;
        for (var at = 1; at <= lastRest; at++)
        {
            var execution = await Run(at);

            Assert.Equal(WorkflowStatus.Aborted, execution.Status);
            Assert.Equal(HistoryEventType.ExecutionAborted, execution.Events[^1].Type);
            Assert.Equal(all.Events.Take(at - 1).Select(item => item.Type), execution.Events.Take(at - 1).Select(item => item.Type));
            Assert.NotNull(execution.StoppedAt);
        }
    }

    [Fact]
    public async Task An_execution_that_ends_before_it_is_stopped_is_returned()
    {
        using var cancellation = new CancellationTokenSource();
        using var service = NewService((_, item) =>
        {
            if (item.Type == HistoryEventType.ExecutionSucceeded)
            {
                cancellation.Cancel();
            }
        });
        var execution = await service.CreateStateMachine("machine", Definition).RunAsync(JsonValue.Parse("[1,2,3]"), cancellationToken: cancellation.Token).WaitAsync(_patience);
        Assert.True(cancellation.IsCancellationRequested);
        Assert.Equal(WorkflowStatus.Succeeded, execution.Status);
    }

    [Fact]
    public async Task Cancellation_does_not_hide_what_a_listener_throws()
    {
        using var cancellation = new CancellationTokenSource();
        using var service = NewService((_, item) =>
        {
            if (item.Id == 3)
            {
                cancellation.Cancel();
                throw new InvalidOperationException("an assertion failed");
            }
        });
        var execution = await service.CreateStateMachine("machine", Definition).RunAsync(JsonValue.Parse("[1,2,3]"), cancellationToken: cancellation.Token).WaitAsync(_patience);
        Assert.Equal(LocalErrors.ListenerFailed, execution.Error);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_starts_nothing()
    {
        using var service = NewService(null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.CreateStateMachine("machine", Definition).RunAsync(JsonObject.Empty, cancellationToken: new(canceled: true)));
    }

    [Fact]
    public async Task Cancellation_does_not_wait_for_a_handler_that_works()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancellation = new CancellationTokenSource();
        using var service = new LocalStepFunctions(new()
        {
            UnresponsiveAfter = TimeSpan.FromMinutes(10),
            Tasks = new LocalTasks().OnAnything(async (_, token) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return JsonNull.Instance;
            }),
        });

        var run = service.CreateStateMachine("machine", """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""").RunAsync(JsonObject.Empty, cancellationToken: cancellation.Token);
        await begun.Task.WaitAsync(_patience);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(_patience));
    }

    [Theory]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}},WORK]}""")]
    [InlineData("""{"Type":"Parallel","Branches":[WORK,{"StartAt":"B","States":{"B":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}],"End":true}}}]}""")]
    [InlineData("""{"Type":"Parallel","Branches":[WORK,{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:other","End":true}}}]}""")]
    [InlineData("""{"Type":"Map","MaxConcurrency":1,"ItemProcessor":WORK}""")]
    [InlineData("""{"Type":"Map","MaxConcurrency":40,"ItemProcessor":WORK}""")]
    [InlineData("""{"Type":"Map","MaxConcurrency":1,"ItemProcessor":DISTRIBUTED}""")]
    [InlineData("""{"Type":"Map","MaxConcurrency":40,"ItemProcessor":DISTRIBUTED}""")]
    public async Task A_stop_does_not_wait_for_a_handler_that_ignores_its_token(string state)
    {
        const string Work = "\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:work\",\"End\":true}}}";
        state = state.Replace("WORK", "{" + Work, StringComparison.Ordinal).Replace("DISTRIBUTED", "{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"}," + Work, StringComparison.Ordinal);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new LocalStepFunctions(new()
        {
            UnresponsiveAfter = TimeSpan.FromMinutes(10),
            Tasks = new LocalTasks().OnAnything(async (_, _) =>
            {
                begun.TrySetResult();
                await goOn.Task;
                return JsonNull.Instance;
            }),
        });
        var execution = service.CreateStateMachine("machine", "{\"StartAt\":\"S\",\"States\":{\"S\":" + state[..^1] + ",\"End\":true}}}").StartExecution(JsonValue.Parse("[1,2,3]"));
        await begun.Task.WaitAsync(_patience);

        await execution.StopAsync().WaitAsync(_patience);

        Assert.False(goOn.Task.IsCompleted);
        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        Assert.Equal(HistoryEventType.ExecutionAborted, execution.Events[^1].Type);
        Assert.All(execution.MapRuns.SelectMany(run => run.GetExecutions()), child => Assert.Equal(HistoryEventType.ExecutionAborted, child.Events[^1].Type));
        goOn.SetResult();
    }

    [Fact]
    public async Task An_execution_that_has_not_begun_is_stopped_while_a_handler_works()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new LocalStepFunctions(new()
        {
            UnresponsiveAfter = TimeSpan.FromMinutes(10),
            Tasks = new LocalTasks().OnAnything(async (_, _) =>
            {
                begun.TrySetResult();
                await goOn.Task;
                return JsonNull.Instance;
            }),
        });
        var machine = service.CreateStateMachine("machine", """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""");
        var first = machine.StartExecution(JsonObject.Empty);
        await begun.Task.WaitAsync(_patience);
        var second = machine.StartExecution(JsonObject.Empty);

        await second.StopAsync().WaitAsync(_patience);

        Assert.Equal([HistoryEventType.ExecutionStarted, HistoryEventType.ExecutionAborted], second.Events.Select(item => item.Type));
        Assert.Equal(WorkflowStatus.Running, first.Status);
        goOn.SetResult();
        await first.GetResultAsync().WaitAsync(_patience);
    }

    [Fact]
    public async Task Disposal_at_any_moment_ends_everything()
    {
        var random = new Random(7);
        for (var round = 0; round < 30; round++)
        {
            var at = random.Next(1, 40);
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var service = NewService((_, item) =>
            {
                if (item.Id == at)
                {
                    reached.TrySetResult();
                }
            });
            var machine = service.CreateStateMachine("machine", Definition);
            var runs = Enumerable.Range(0, 5).Select(_ => machine.RunAsync(JsonValue.Parse("[1,2,3]"))).ToList();
            await reached.Task.WaitAsync(_patience);
            service.Dispose();

            var ended = await Task.WhenAll(runs).WaitAsync(_patience);
            Assert.All(ended, execution => Assert.True(execution.Status is WorkflowStatus.Aborted or WorkflowStatus.Succeeded));
            Assert.Throws<ObjectDisposedException>(() => machine.StartExecution(JsonObject.Empty));
            service.Dispose();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposal_does_not_wait_for_a_handler_that_holds_its_thread(bool isAsynchronous)
    {
        var time = new ManualClock();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var returned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var never = new ManualResetEventSlim();
        var service = new LocalStepFunctions(new()
        {
            RealTime = time,
            Tasks = new LocalTasks().OnAnything((_, _) =>
            {
                begun.SetResult();
                never.Wait(CancellationToken.None);
                returned.SetResult();
                throw new InvalidOperationException("hostile");
            }),
        });
        var execution = service.CreateStateMachine("machine", """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""").StartExecution(JsonObject.Empty);
        await begun.Task.WaitAsync(_patience);

        if (isAsynchronous)
        {
            var disposal = service.DisposeAsync().AsTask();
            Assert.False(disposal.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(1));
            await disposal.WaitAsync(_patience);
        }
        else
        {
            await Task.Run(service.Dispose).WaitAsync(_patience);
        }

        await execution.WaitAsync().WaitAsync(_patience);

        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        never.Set();
        await returned.Task.WaitAsync(_patience);
    }

    private static async Task<LocalExecution> Run(int cancelAt)
    {
        using var cancellation = new CancellationTokenSource();
        LocalExecution? seen = null;
        using var service = NewService((execution, item) =>
        {
            seen = execution;
            if (item.Id == cancelAt)
            {
                cancellation.Cancel();
            }
        });
        var run = service.CreateStateMachine("machine", Definition).RunAsync(JsonValue.Parse("[1,2,3]"), cancellationToken: cancellation.Token).WaitAsync(_patience);
        if (cancelAt == 0)
        {
            return await run;
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        return seen!;
    }

    private static LocalStepFunctions NewService(Action<LocalExecution, HistoryEvent>? onEvent) => new(new()
    {
        EventListener = onEvent,
        Tasks = new LocalTasks()
            .OnFunction("fast", async (request, _) =>
            {
                await Task.Yield();
                return request.Input;
            })
            .OnFunction("slow", async (request, cancellation) =>
            {
                if (request.RetryCount == 0)
                {
                    throw new InvalidOperationException("the first time");
                }

                await Task.Delay(TimeSpan.FromSeconds(10), request.TimeProvider, cancellation);
                return request.Input;
            }),
    });
}
