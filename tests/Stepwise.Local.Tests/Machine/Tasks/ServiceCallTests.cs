using Stepwise.Json;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

public sealed class ServiceCallTests
{
    private const string Publish = "arn:aws:states:::sns:publish";
    private const string Send = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    private const string Job = "arn:aws:states:::glue:startJobRun.sync";

    private const string Message = "\"Parameters\":{\"QueueUrl\":\"q\",\"MessageBody\":{\"token.$\":\"$$.Task.Token\"}},";

    [Fact]
    public async Task A_call_of_a_service_is_noted_with_its_action_and_its_service()
    {
        var execution = await Run(
            Task(Publish, "\"Parameters\":{\"TopicArn\":\"t\",\"Message.$\":\"$.text\"},"),
            new LocalTasks().OnResource("sns:publish", (request, _) => Result(JsonObject.Create(("MessageId", ((JsonObject)request.Input)["Message"]!)))),
            """{"text":"hello"}""");

        Assert.Equal("ExecutionStarted TaskStateEntered TaskScheduled TaskStarted TaskSucceeded TaskStateExited ExecutionSucceeded", Types(execution));
        Assert.Equal(
            """{"parameters":"{\"TopicArn\":\"t\",\"Message\":\"hello\"}","region":"us-east-1","resource":"publish","resourceType":"sns"}""",
            Details(execution, HistoryEventType.TaskScheduled).ToJson());
        var output = (JsonObject)execution.Output!;
        Assert.Equal("\"hello\"", output["MessageId"]?.ToJson());
        Assert.Equal(["MessageId", "SdkHttpMetadata", "SdkResponseMetadata"], output.Members.Select(member => member.Name));
    }

    [Fact]
    public async Task A_call_through_the_SDK_hands_on_what_the_handler_returns()
    {
        var execution = await Run(
            Task("arn:aws:states:::aws-sdk:s3:listBuckets", "\"Parameters\":{},"),
            new LocalTasks().OnResource("aws-sdk:s3:listBuckets", (_, _) => Result(JsonObject.Create(("Buckets", JsonArray.Empty)))));

        Assert.Equal("""{"Buckets":[]}""", execution.Output?.ToJson());
        Assert.Equal("\"aws-sdk:s3\"", Details(execution, HistoryEventType.TaskStarted)["resourceType"]?.ToJson());
    }

    [Fact]
    public async Task A_service_that_nobody_handles_fails_the_execution_with_the_line_to_write()
    {
        var execution = await Run(Caught(Publish, "\"Parameters\":{\"TopicArn\":\"t\",\"Message\":\"m\"},"), new LocalTasks());

        Assert.Equal(LocalErrors.NoHandler, execution.Error);
        Assert.Contains("OnResource(\"sns:publish\", ...)", execution.Cause, StringComparison.Ordinal);
        Assert.EndsWith("No handler is registered.", execution.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_is_submitted_and_then_waited_for()
    {
        var execution = await Run(
            Task(Job, "\"Parameters\":{\"JobName\":\"j\"},"),
            new LocalTasks().OnJob(
                "glue:startJobRun",
                (_, _) => Result(JsonObject.Create(("JobRunId", "jr_1"))),
                async (request, cancellationToken) =>
                {
                    await System.Threading.Tasks.Task.Delay(TimeSpan.FromMinutes(10), request.TimeProvider, cancellationToken);
                    return JsonObject.Create(("JobRunState", "SUCCEEDED"));
                }));

        Assert.Contains("TaskScheduled TaskStarted TaskSubmitted TaskSucceeded", Types(execution), StringComparison.Ordinal);
        Assert.Equal("""{"output":"{\"JobRunId\":\"jr_1\"}","outputDetails":{"truncated":false},"resource":"startJobRun.sync","resourceType":"glue"}""", Details(execution, HistoryEventType.TaskSubmitted).ToJson());
        Assert.Equal("""{"JobRunState":"SUCCEEDED"}""", execution.Output?.ToJson());
        Assert.Equal("600", Seconds(execution.Elapsed));
    }

    [Fact]
    public async Task A_job_that_cannot_be_started_was_not_submitted()
    {
        var execution = await Run(
            Task(Job, "\"Parameters\":{\"JobName\":\"j\"},"),
            new LocalTasks().OnJob("glue:startJobRun", (_, _) => throw new TaskFailedException("Glue.EntityNotFoundException", "No job."), (_, _) => Result(1)));

        Assert.Equal("Glue.EntityNotFoundException", execution.Error);
        Assert.EndsWith("TaskStarted TaskSubmitFailed ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_waits_for_its_token_ends_with_what_comes_back()
    {
        var execution = await Run(Task(Send, Message), new LocalTasks().OnResource("sqs:sendMessage", async (request, cancellationToken) =>
        {
            var body = ((JsonObject)request.Input)["MessageBody"];
            Assert.Equal(request.TaskToken, ((JsonString)((JsonObject)body!)["token"]!).Value);
            _ = AnswerAsync(request);
            await System.Threading.Tasks.Task.Yield();
            return JsonObject.Empty;
        }));

        Assert.Equal("ExecutionStarted TaskStateEntered TaskScheduled TaskStarted TaskSubmitted TaskSucceeded TaskStateExited ExecutionSucceeded", Types(execution));
        Assert.Equal("\"done\"", execution.Output?.ToJson());
        Assert.Equal("3600", Seconds(execution.Elapsed));
        var submitted = (JsonObject)JsonValue.Parse(((JsonString)Details(execution, HistoryEventType.TaskSubmitted)["output"]!).Value);
        Assert.Equal(["MD5OfMessageBody", "MessageId", "SdkHttpMetadata", "SdkResponseMetadata"], submitted.Members.Select(member => member.Name));
        Assert.Equal("\"sendMessage.waitForTaskToken\"", Details(execution, HistoryEventType.TaskSubmitted)["resource"]?.ToJson());

        static async Task AnswerAsync(TaskRequest request)
        {
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromHours(1), request.TimeProvider);
            request.Execution.SendTaskSuccess(request.TaskToken!, "done");
        }
    }

    [Fact]
    public async Task A_token_that_comes_back_before_the_call_has_returned_counts_after_it()
    {
        var execution = await Run(Task(Send, Message), new LocalTasks().OnResource("sqs:sendMessage", async (request, cancellationToken) =>
        {
            request.Execution.SendTaskSuccess(request.TaskToken!, 1);
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(3), request.TimeProvider, cancellationToken);
            return JsonObject.Empty;
        }));

        Assert.Equal("1", execution.Output?.ToJson());
        Assert.Contains("TaskSubmitted TaskSucceeded", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_does_not_return_times_out_although_its_token_has_come_back()
    {
        var execution = await Run(Task(Send, Message + "\"TimeoutSeconds\":60,"), new LocalTasks().OnResource("sqs:sendMessage", async (request, cancellationToken) =>
        {
            request.Execution.SendTaskSuccess(request.TaskToken!, 1);
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromDays(1), request.TimeProvider, cancellationToken);
            return JsonObject.Empty;
        }));

        Assert.Equal(("States.Timeout", "60"), (execution.Error, Seconds(execution.Elapsed)));
    }

    [Fact]
    public async Task A_token_that_comes_back_with_a_failure_fails_the_task()
    {
        var execution = await Run(Task(Send, Message), new LocalTasks().OnResource("sqs:sendMessage", (request, _) =>
        {
            request.Execution.SendTaskFailure(request.TaskToken!, "Refused", "No reason.");
            return Result(JsonObject.Empty);
        }));

        Assert.Equal(("Refused", "No reason."), (execution.Error, execution.Cause));
        Assert.EndsWith("TaskSubmitted TaskFailed ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeats_keep_a_task_alive_and_their_absence_times_it_out()
    {
        var execution = await Run(Task(Send, Message + "\"HeartbeatSeconds\":10,"), new LocalTasks().OnResource("sqs:sendMessage", (request, cancellationToken) =>
        {
            _ = BeatAsync(request);
            return Result(JsonObject.Empty);
        }));

        Assert.Equal("States.Timeout", execution.Error);
        Assert.EndsWith("TaskSubmitted TaskTimedOut ExecutionFailed", Types(execution), StringComparison.Ordinal);
        Assert.Equal("34", Seconds(execution.Elapsed));
        Assert.Equal("10", Details(execution, HistoryEventType.TaskScheduled)["heartbeatInSeconds"]?.ToJson());

        static async Task BeatAsync(TaskRequest request)
        {
            for (var i = 0; i < 3; i++)
            {
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(8), request.TimeProvider);
                request.Execution.SendTaskHeartbeat(request.TaskToken!);
            }
        }
    }

    [Fact]
    public async Task A_token_is_answered_once_and_only_while_its_task_waits()
    {
        string? token = null;
        using var service = new LocalStepFunctions(new()
        {
            Tasks = new LocalTasks().OnResource("sqs:sendMessage", (request, _) =>
            {
                token = request.TaskToken;
                request.Execution.SendTaskSuccess(token!, 1);
                var twice = Assert.Throws<InvalidOperationException>(() => request.Execution.SendTaskSuccess(token!, 2));
                Assert.Contains("TaskTimedOut", twice.Message, StringComparison.Ordinal);
                return Result(JsonObject.Empty);
            }),
        });
        var execution = await service.CreateStateMachine("machine", Task(Send, Message)).RunAsync(JsonObject.Empty);

        Assert.Equal("1", execution.Output?.ToJson());
        Assert.Throws<InvalidOperationException>(() => service.SendTaskFailure(token!));
        var unknown = Assert.Throws<InvalidOperationException>(() => service.SendTaskHeartbeat("nothing"));
        Assert.Contains("InvalidToken", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_are_the_same_in_each_run_and_differ_from_attempt_to_attempt()
    {
        Assert.Equal(await Tokens(), await Tokens());
        Assert.Equal(3, (await Tokens()).Distinct().Count());

        static async Task<List<string>> Tokens()
        {
            var tokens = new List<string>();
            await Run(Task(Send, Message + "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"MaxAttempts\":2}],"), new LocalTasks().OnResource("sqs:sendMessage", (request, _) =>
            {
                tokens.Add(request.TaskToken!);
                throw new TaskFailedException("Busy");
            }));
            return tokens;
        }
    }

    [Fact]
    public async Task A_token_from_another_thread_is_waited_for_while_the_clock_is_held()
    {
        var clock = new VirtualClock();
        var tokens = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new LocalStepFunctions(new()
        {
            TimeProvider = clock,
            Tasks = new LocalTasks().OnResource("sqs:sendMessage", (request, _) =>
            {
                tokens.SetResult(request.TaskToken!);
                return Result(JsonObject.Empty);
            }),
        });
        LocalExecution execution;
        using (clock.Hold())
        {
            execution = service.CreateStateMachine("machine", Task(Send, Message + "\"TimeoutSeconds\":60,")).StartExecution(JsonObject.Empty);
            service.SendTaskSuccess(await tokens.Task, "late");
        }

        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("\"late\"", execution.Output?.ToJson());
    }

    [Fact]
    public async Task A_job_can_be_ended_by_its_token()
    {
        var execution = await Run(
            Task(Job, "\"Parameters\":{\"JobName\":\"j\",\"Arguments\":{\"token.$\":\"$$.Task.Token\"}},"),
            new LocalTasks().OnResource("glue:startJobRun", async (request, cancellationToken) =>
            {
                request.Execution.SendTaskSuccess(request.TaskToken!, "by token");
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromDays(1), request.TimeProvider, cancellationToken);
                return "by job";
            }));

        Assert.Equal("\"by token\"", execution.Output?.ToJson());
    }
}
