using Stepwise.Json;
using Stepwise.Local.Tests.Timing;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

public sealed class FunctionTests
{
    [Fact]
    public async Task A_function_called_by_its_ARN_gives_its_result_and_the_events_of_Lambda()
    {
        TaskRequest? seen = null;
        var execution = await Run(Task(Function, "\"TimeoutSeconds\":30,"), OnWork((request, _) =>
        {
            seen = request;
            return Result(JsonObject.Create(("out", 1)));
        }), """{"in":1}""");

        Assert.Equal("""{"out":1}""", execution.Output?.ToJson());
        Assert.Equal("ExecutionStarted TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionSucceeded TaskStateExited ExecutionSucceeded", Types(execution));
        Assert.Equal(
            """{"input":"{\"in\":1}","inputDetails":{"truncated":false},"resource":"arn:aws:lambda:us-east-1:123456789012:function:work","timeoutInSeconds":30}""",
            Details(execution, HistoryEventType.LambdaFunctionScheduled).ToJson());
        Assert.Equal("work", seen!.FunctionName);
        Assert.Equal("A", seen.StateName);
        Assert.Equal(execution.Arn, seen.Execution.Arn);
        Assert.Null(seen.TaskToken);
        Assert.Equal("\"A\"", ((JsonObject)seen.Context["State"]!)["Name"]!.ToJson());
    }

    [Fact]
    public async Task A_function_is_found_by_its_name_whatever_version_or_alias_is_called()
    {
        var execution = await Run(Task(Function + ":live"), OnWork((_, _) => Result(1)));

        Assert.Equal("1", execution.Output?.ToJson());
    }

    [Fact]
    public async Task A_function_behind_a_substitution_that_nobody_replaced_is_found_by_its_name()
    {
        var options = new LocalOptions { ValidateDefinitions = false, Tasks = new LocalTasks().OnFunction("validate-campaign", (_, _) => Result(7)) };
        var execution = await Run(Task("${ValidateCampaignFunctionArn}"), options);

        Assert.Equal("7", execution.Output?.ToJson());
    }

    [Fact]
    public async Task An_exception_fails_the_task_as_the_stock_NET_runtime_reports_it()
    {
        var execution = await Run(Task(Function), OnWork((_, _) => throw new InvalidOperationException("Closed.", new ArgumentException("Inner."))));

        Assert.Equal(WorkflowStatus.Failed, execution.Status);
        Assert.Equal("InvalidOperationException", execution.Error);
        var cause = (JsonObject)JsonValue.Parse(execution.Cause!);
        Assert.Equal("\"InvalidOperationException\"", cause["errorType"]!.ToJson());
        Assert.Equal("\"Closed.\"", cause["errorMessage"]!.ToJson());
        Assert.Equal("\"ArgumentException\"", ((JsonObject)cause["cause"]!)["errorType"]!.ToJson());
        var stack = Assert.IsType<JsonArray>(cause["stackTrace"]);
        Assert.Contains(nameof(FunctionTests), stack[0].ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(stack, line => line.ToJson().Contains("TaskAttempt", StringComparison.Ordinal));
        Assert.Contains("LambdaFunctionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_that_would_end_a_process_is_the_failure_of_its_function(bool isAsync)
    {
        var execution = await Run(Caught(Function), OnWork(async (_, _) =>
        {
            if (isAsync)
            {
                await System.Threading.Tasks.Task.Yield();
            }

#pragma warning disable CA2201 // That is what the test is about.
            throw new OutOfMemoryException("Too much.");
#pragma warning restore CA2201
        }));

        Assert.Equal(WorkflowStatus.Succeeded, execution.Status);
        Assert.Equal("\"OutOfMemoryException\"", ((JsonObject)execution.Output!)["Error"]!.ToJson());
    }

    [Fact]
    public async Task A_service_error_keeps_its_name_and_its_cause()
    {
        var execution = await Run(Task(Function), OnWork((_, _) => throw new TaskFailedException("Lambda.TooManyRequestsException", "Rate exceeded.")));

        Assert.Equal(("Lambda.TooManyRequestsException", "Rate exceeded."), (execution.Error, execution.Cause));
    }

    [Fact]
    public async Task A_handler_that_returns_no_value_returns_JSON_null()
    {
        var execution = await Run(Task(Function), OnWork((_, _) => ValueTask.FromResult<JsonValue>(null!)));

        Assert.Equal("null", execution.Output?.ToJson());
    }

    [Fact]
    public async Task A_result_of_more_than_256_KiB_fails_the_task_and_names_the_function()
    {
        var execution = await Run(Task(Function), OnWork((_, _) => Result(new string('x', 300_000))));

        Assert.Equal("States.DataLimitExceeded", execution.Error);
        Assert.Equal($"The state/task '{Function}' returned a result with a size exceeding the maximum number of bytes service limit.", execution.Cause);
        Assert.Contains("LambdaFunctionStarted LambdaFunctionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_times_out_on_the_clock_and_is_told()
    {
        var told = new TaskCompletionSource();
        var execution = await Run(Task(Function, "\"TimeoutSeconds\":5,"), OnWork(async (request, cancellationToken) =>
        {
            try
            {
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromHours(1), request.TimeProvider, cancellationToken);
            }
            finally
            {
                told.TrySetResult();
            }

            return 1;
        }));

        Assert.Equal("States.Timeout", execution.Error);
        Assert.Equal("5", Seconds(execution.Elapsed));
        Assert.Contains("LambdaFunctionStarted LambdaFunctionTimedOut", Types(execution), StringComparison.Ordinal);
        Assert.Equal("""{"error":"States.Timeout"}""", Details(execution, HistoryEventType.LambdaFunctionTimedOut).ToJson());
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_timeout_can_come_from_the_input_and_must_be_a_number_of_seconds()
    {
        TaskHandler forever = async (request, cancellationToken) =>
        {
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromDays(40), request.TimeProvider, cancellationToken);
            return 1;
        };
        var definition = Task(Function, "\"TimeoutSecondsPath\":\"$.limit\",");

        var timedOut = await Run(definition, OnWork(forever), """{"limit":90}""");
        Assert.Equal("90", Seconds(timedOut.Elapsed));

        var wrong = await Run(definition, OnWork(forever), """{"limit":"soon"}""");
        Assert.Equal("States.Runtime", wrong.Error);
        Assert.EndsWith("The TimeoutSecondsPath parameter cannot be parsed as a long value: $.limit == soon", wrong.Cause, StringComparison.Ordinal);

        var missing = await Run(definition, OnWork(forever));
        Assert.EndsWith("Invalid path '$.limit' : No results for path: $['limit']", missing.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_blocks_for_good_times_out_and_the_text_says_that_it_did_not_come_back()
    {
        using var never = new ManualResetEventSlim();
        var time = new ManualClock();
        var options = new LocalOptions
        {
            RealTime = time,
            UnresponsiveAfter = TimeSpan.FromMilliseconds(300),
            Tasks = OnWork((_, _) =>
            {
                System.Threading.Tasks.Task.Run(() => time.Advance(TimeSpan.FromSeconds(1)), CancellationToken.None);
                never.Wait(CancellationToken.None);
                return Result(1);
            }),
        };

        var execution = await Run(Task(Function, "\"TimeoutSeconds\":60,"), options);
        Assert.Equal("States.Timeout", execution.Error);
        Assert.Contains("did not come back within 0.3 s of real time", execution.Cause, StringComparison.Ordinal);

        var withoutLimit = await Run(Caught(Function), options);
        Assert.Equal(LocalErrors.HandlerUnresponsive, withoutLimit.Error);
        Assert.Contains("TimeoutSeconds", withoutLimit.Cause, StringComparison.Ordinal);
        never.Set();
    }

    [Fact]
    public async Task A_function_that_nobody_handles_fails_the_execution_although_all_errors_are_caught()
    {
        var execution = await Run(Caught(Function), new LocalTasks().OnFunction("wrok", (_, _) => Result(1)).OnState("B", (_, _) => Result(1)));

        Assert.Equal(WorkflowStatus.Failed, execution.Status);
        Assert.Equal(LocalErrors.NoHandler, execution.Error);
        Assert.Equal(
            "The state 'A' calls the function 'work', but it has neither a handler nor a mock. Add LocalOptions.Tasks.OnFunction(\"work\", ...) or OnState(\"A\", ...), or LocalOptions.Mocks.Return(\"A\", ...). Registered are: states 'B'; functions 'wrok'.",
            execution.Cause);
    }

    [Fact]
    public async Task The_most_particular_handler_is_asked()
    {
        var tasks = new LocalTasks().OnAnything((_, _) => Result("anything")).OnResource(Function, (_, _) => Result("resource")).OnFunction("work", (_, _) => Result("function"));
        Assert.Equal("\"function\"", (await Run(Task(Function), tasks)).Output?.ToJson());

        tasks.OnState("A", (_, _) => Result("state"));
        Assert.Equal("\"state\"", (await Run(Task(Function), tasks)).Output?.ToJson());

        var other = Function.Replace("work", "other", StringComparison.Ordinal);
        Assert.Equal("\"anything\"", (await Run(Task(other), new LocalTasks().OnAnything((_, _) => Result("anything")))).Output?.ToJson());
    }

    [Fact]
    public async Task Credentials_are_shown_to_the_handler_and_in_the_history()
    {
        JsonValue? seen = null;
        var execution = await Run(Task(Function, "\"Credentials\":{\"RoleArn.$\":\"$.role\"},"), OnWork((request, _) =>
        {
            seen = request.Credentials;
            return Result(1);
        }), """{"role":"arn:aws:iam::1:role/r"}""");

        Assert.Equal("""{"RoleArn":"arn:aws:iam::1:role/r"}""", seen?.ToJson());
        Assert.Equal("""{"roleArn":"arn:aws:iam::1:role/r"}""", Details(execution, HistoryEventType.LambdaFunctionScheduled)["taskCredentials"]?.ToJson());
    }

    [Fact]
    public async Task Retries_call_the_handler_again_and_tell_it_so()
    {
        var counts = new List<int>();
        var execution = await Run(Task(Function, "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"IntervalSeconds\":2,\"BackoffRate\":2,\"MaxAttempts\":2}],"), OnWork((request, _) =>
        {
            counts.Add(request.RetryCount);
            return request.RetryCount < 2 ? throw new TimeoutException("Not yet.") : Result(request.RetryCount);
        }));

        Assert.Equal("2", execution.Output?.ToJson());
        Assert.Equal([0, 1, 2], counts);
        Assert.Equal("6", Seconds(execution.Elapsed));
        Assert.Equal(3, execution.Events.Count(item => item.Type == HistoryEventType.LambdaFunctionScheduled));
    }

    [Fact]
    public async Task An_execution_that_is_stopped_tells_the_handler_that_is_under_way()
    {
        var begun = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        using var service = new LocalStepFunctions(new()
        {
            Tasks = OnWork(async (_, cancellationToken) =>
            {
                using (cancellationToken.Register(() => told.TrySetResult()))
                {
                    begun.SetResult();
                    await System.Threading.Tasks.Task.Delay(Timeout.Infinite, cancellationToken);
                }

                return 1;
            }),
        });
        var execution = service.CreateStateMachine("machine", Task(Function)).StartExecution(JsonObject.Empty);
        await begun.Task;
        execution.Stop("Enough");
        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(WorkflowStatus.Aborted, execution.Status);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
