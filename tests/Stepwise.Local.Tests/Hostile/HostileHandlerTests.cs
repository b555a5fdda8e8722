using System.Globalization;
using Stepwise.Json;
using Stepwise.Local.Tests.Timing;

namespace Stepwise.Local.Tests.Hostile;

/// <summary>Handlers that do what they should not. Nothing hangs, nothing is lost, and the error is AWS's or says what to do.</summary>
[Collection(HostileGroup.Name)]
public sealed class HostileHandlerTests : IDisposable
{
    private const string After = """
        "After":{"Type":"Wait","Seconds":120,"Next":"Done"},
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly UnobservedExceptions _unobserved = new();
    private readonly ManualResetEventSlim _never = new();
    private readonly ManualClock _realTime = new();

    public void Dispose()
    {
        _never.Set();
        _unobserved.AssertNone();
        _unobserved.Dispose();
        _never.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_never_returns_times_out(bool holdsTheThread)
    {
        var run = await Run(
            Task("\"TimeoutSeconds\":30,"),
            async (_, _) =>
            {
                LetRealTimePass();
                if (holdsTheThread)
                {
                    _never.Wait(CancellationToken.None);
                }

                await new TaskCompletionSource().Task;
                return JsonNull.Instance;
            });

        Assert.Equal((WorkflowStatus.Failed, "States.Timeout"), (run.Status, run.Error));
        Assert.Equal(TimeSpan.FromSeconds(30), run.Elapsed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_never_returns_and_has_no_timeout_is_an_error_that_says_so(bool holdsTheThread)
    {
        var run = await Run(
            Task(),
            async (_, _) =>
            {
                LetRealTimePass();
                if (holdsTheThread)
                {
                    _never.Wait(CancellationToken.None);
                }

                await new TaskCompletionSource().Task;
                return JsonNull.Instance;
            });

        Assert.Equal(WorkflowStatus.Failed, run.Status);
        Assert.Contains("did not come back", run.Cause, StringComparison.Ordinal);
        Assert.Contains("'Work'", run.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_handler_does_after_its_timeout_changes_nothing(bool throws)
    {
        var hasEnded = false;
        var run = await Run(
            Task("\"TimeoutSeconds\":30,\"Catch\":[{\"ErrorEquals\":[\"States.Timeout\"],\"Next\":\"After\"}],"),
            async (request, _) =>
            {
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(60), request.TimeProvider, CancellationToken.None);
                hasEnded = true;
                return throws ? throw new InvalidOperationException("too late") : (JsonValue)"too late";
            });

        Assert.True(hasEnded);
        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        Assert.DoesNotContain(run.Events, item => item.ToJson().ToJson().Contains("too late", StringComparison.Ordinal));
        Assert.Equal(["Work", "After", "Done"], run.States);
    }

    [Fact]
    public async Task An_exception_of_any_kind_is_the_functions_error()
    {
#pragma warning disable CA2201 // A handler may throw what the runtime keeps for itself.
        foreach (var exception in (Exception[])[new OutOfMemoryException("no room"), new StackOverflowLikeException("no room"), new AggregateException("no room", new InvalidOperationException()), new OperationCanceledException("no room")])
#pragma warning restore CA2201
        {
            var run = await Run(Task(), (_, _) => throw exception);

            Assert.Equal((WorkflowStatus.Failed, exception.GetType().Name), (run.Status, run.Error));
            Assert.Contains("no room", run.Cause, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_exception_behind_a_yield_is_caught_by_its_name()
    {
        var run = await Run(
            Task("\"Catch\":[{\"ErrorEquals\":[\"DivideByZeroException\"],\"Next\":\"After\"}],"),
            async (_, _) =>
            {
                await System.Threading.Tasks.Task.Yield();
                throw new DivideByZeroException();
            });

        Assert.Equal((WorkflowStatus.Succeeded, "After"), (run.Status, run.States[1]));
    }

    [Fact]
    public async Task A_task_that_is_cancelled_by_its_handler_fails()
    {
        var run = await Run(Task(), (_, _) => ValueTask.FromCanceled<JsonValue>(new CancellationToken(canceled: true)));

        Assert.Equal((WorkflowStatus.Failed, "TaskCanceledException"), (run.Status, run.Error));
    }

    [Fact]
    public async Task A_result_of_300_KB_is_refused_as_AWS_does()
    {
        var run = await Run(Task(), (_, _) => new(new string('x', 300_000)));

        Assert.Equal((WorkflowStatus.Failed, "States.DataLimitExceeded"), (run.Status, run.Error));
    }

    [Fact]
    public async Task Null_is_the_JSON_null()
    {
        var run = await Run(Task(), (_, _) => new((JsonValue)null!));

        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        Assert.Equal(JsonNull.Instance, run.Output);
    }

    [Fact]
    public async Task A_token_is_answered_once()
    {
        Exception? second = null;
        var run = await Run(
            Task(resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken", parameters: "\"Parameters\":{\"QueueUrl\":\"https://sqs.us-east-1.amazonaws.com/123456789012/q\",\"MessageBody\":{\"token.$\":\"$$.Task.Token\"}},"),
            (request, _) =>
            {
                request.Execution.SendTaskSuccess(request.TaskToken!, "first");
                second = Record.Exception(() => request.Execution.SendTaskSuccess(request.TaskToken!, "second"));
                return new(JsonNull.Instance);
            });

        Assert.Equal((WorkflowStatus.Succeeded, (JsonValue)"first"), (run.Status, run.Output));
        Assert.IsType<InvalidOperationException>(second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_may_stop_its_own_execution(bool isSynchronous)
    {
        var gate = new object();
        LocalExecution execution = null!;
        using var service = NewService(async (request, _) =>
        {
            if (!isSynchronous)
            {
                await System.Threading.Tasks.Task.Yield();
            }

            lock (gate)
            {
                execution.Stop("Enough", "It is enough.");
            }

            return "too late";
        });
        var machine = service.CreateStateMachine("hostile", Task());
        lock (gate)
        {
            execution = machine.StartExecution(JsonObject.Empty);
        }

        await execution.WaitAsync().WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Aborted, "Enough", "It is enough."), (execution.Status, execution.Error, execution.Cause));
        Assert.DoesNotContain("After", execution.States);
        Assert.Equal(HistoryEventType.ExecutionAborted, execution.Events[^1].Type);
    }

    [Fact]
    public async Task A_handler_may_run_another_execution_and_wait_for_it()
    {
        LocalStateMachine child = null!;
        using var service = NewService(async (request, cancellation) => (await child.RunAsync(new JsonString("from the handler"), cancellationToken: cancellation)).Output!);
        child = service.CreateStateMachine("child", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}""");

        var run = await service.CreateStateMachine("hostile", Task()).RunAsync(JsonObject.Empty).WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Succeeded, (JsonValue)"from the handler"), (run.Status, run.Output));
        Assert.Equal(TimeSpan.FromHours(1), run.Elapsed);
    }

    [Fact]
    public async Task In_real_time_a_handler_that_has_waited_for_another_execution_does_not_hold_up_others()
    {
        LocalStateMachine child = null!;
        var hasWaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = NewService(
            async (_, cancellation) =>
            {
                await child.RunAsync("{}", cancellationToken: cancellation);
                hasWaited.SetResult();
                await goOn.Task;
                return JsonNull.Instance;
            },
            TimeProvider.System);
        child = service.CreateStateMachine("child", """{"StartAt":"Pass","States":{"Pass":{"Type":"Pass","End":true}}}""");
        var run = service.CreateStateMachine("hostile", Task()).StartExecution("{}");
        await hasWaited.Task.WaitAsync(_patience);

        await child.RunAsync("{}").WaitAsync(_patience);

        Assert.Equal(WorkflowStatus.Running, run.Status);
        goOn.SetResult();
        await run.GetResultAsync().WaitAsync(_patience);
    }

    [Fact]
    public async Task The_clock_stands_while_a_handler_waits_for_an_execution_on_another_clock()
    {
        var time = TimeSpan.Zero;
        using var other = new LocalStepFunctions();
        var child = other.CreateStateMachine("child", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}""");
        using var service = NewService(async (request, cancellation) =>
        {
            await child.RunAsync("{}", cancellationToken: cancellation);
            time = request.Execution.Elapsed;
            return JsonNull.Instance;
        });

        var run = await service.CreateStateMachine("hostile", Task("\"TimeoutSeconds\":30,")).RunAsync("{}").WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Succeeded, TimeSpan.Zero), (run.Status, time));
    }

    [Fact]
    public async Task A_handler_may_start_executions_and_go_on()
    {
        LocalStateMachine child = null!;
        var started = new List<LocalExecution>();
        using var service = NewService((request, _) =>
        {
            started.AddRange(Enumerable.Range(0, 100).Select(i => child.StartExecution(i)));
            return new(JsonNull.Instance);
        });
        child = service.CreateStateMachine("child", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}""");

        var run = await service.CreateStateMachine("hostile", Task()).RunAsync(JsonObject.Empty).WaitAsync(_patience);
        await System.Threading.Tasks.Task.WhenAll(started.Select(execution => execution.WaitAsync())).WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Succeeded, TimeSpan.Zero), (run.Status, run.Elapsed));
        Assert.All(started, execution => Assert.Equal((WorkflowStatus.Succeeded, TimeSpan.FromHours(1)), (execution.Status, execution.Elapsed)));
    }

    [Fact]
    public async Task What_a_handler_does_to_its_thread_stays_with_it()
    {
        var local = new AsyncLocal<string>();
        var seen = new List<(string?, string)>();
        var run = await Run(
            """{"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$","End":true,"ItemProcessor":{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}}}}""",
            (_, _) =>
            {
                seen.Add((local.Value, CultureInfo.CurrentCulture.Name));
                local.Value = "changed";
                CultureInfo.CurrentCulture = new("ar-SA");
                return new(1.5);
            },
            JsonValue.Parse("[1,2,3]"));

        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        Assert.Equal(3, seen.Count);
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task In_real_time_a_handler_that_ignores_its_timeout_is_left_behind()
    {
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isLate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = NewService(
            async (_, _) =>
            {
                LetRealTimePass();
                await goOn.Task;
                isLate.SetResult();
                throw new InvalidOperationException("too late");
            },
            _realTime);

        var run = await service.CreateStateMachine("hostile", Task("\"TimeoutSeconds\":1,")).RunAsync(JsonObject.Empty).WaitAsync(_patience);

        Assert.Equal((WorkflowStatus.Failed, "States.Timeout"), (run.Status, run.Error));
        goOn.SetResult();
        await isLate.Task.WaitAsync(_patience);
    }

    /// <summary>Lets real time pass for longer than a handler may take, while the handler that calls this works.</summary>
    private void LetRealTimePass() => System.Threading.Tasks.Task.Run(() => _realTime.Advance(TimeSpan.FromSeconds(2)));

    /// <summary>A machine of a Task, <c>Work</c>, then <c>Done</c>; <c>After</c> is there where something is caught.</summary>
    private static string Task(string fields = "", string resource = "arn:aws:lambda:us-east-1:123456789012:function:work", string parameters = "")
        => $$$$"""{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"{{{{resource}}}}",{{{{parameters}}}}{{{{fields}}}}"Next":"Done"},{{{{(fields.Contains("After", StringComparison.Ordinal) ? After : "")}}}}"Done":{"Type":"Succeed"}}}""";

    private LocalStepFunctions NewService(TaskHandler handler, TimeProvider? time = null)
        => new(new() { TimeProvider = time, RealTime = _realTime, UnresponsiveAfter = TimeSpan.FromMilliseconds(400), Tasks = new LocalTasks().OnAnything(handler) });

    private async Task<LocalExecution> Run(string definition, TaskHandler handler, JsonValue? input = null)
    {
        using var service = NewService(handler);
        return await service.CreateStateMachine("hostile", definition).RunAsync(input ?? JsonObject.Empty).WaitAsync(_patience);
    }

    private sealed class StackOverflowLikeException(string message) : Exception(message);
}
