using Stepwise.Json;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

public sealed class TaskFaultsTests
{
    private const string Retried = "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"IntervalSeconds\":1,\"MaxAttempts\":3}],";

    [Fact]
    public async Task The_nth_call_of_a_state_fails_and_the_handler_is_not_called()
    {
        var calls = 0;
        var execution = await Run(Task(Function, Retried), new LocalOptions
        {
            Faults = new TaskFaults().Fail("A", attempt: 1, "Lambda.ServiceException").Fail("A", 2, "Lambda.AWSLambdaException", "Down."),
            Tasks = OnWork((_, _) => Result(++calls)),
        });

        Assert.Equal("1", execution.Output?.ToJson());
        Assert.Equal(
            ["""{"error":"Lambda.ServiceException"}""", """{"error":"Lambda.AWSLambdaException","cause":"Down."}"""],
            execution.Events.Where(item => item.Type == HistoryEventType.LambdaFunctionFailed).Select(item => item.ToJson()["lambdaFunctionFailedEventDetails"]!.ToJson()));
    }

    [Fact]
    public async Task A_call_is_delayed_on_the_clock()
    {
        var execution = await Run(Task(Function), new LocalOptions
        {
            Faults = new TaskFaults().Delay("A", 1, TimeSpan.FromMinutes(3)).Delay("A", TimeSpan.FromMinutes(1)).Delay("A", 2, TimeSpan.FromDays(1)),
            Tasks = OnWork((_, _) => Result(1)),
        });

        Assert.Equal("240", Seconds(execution.Elapsed));
    }

    [Fact]
    public async Task A_delay_beyond_the_limit_of_time_times_out()
    {
        var execution = await Run(Task(Function, "\"TimeoutSeconds\":30,"), new LocalOptions
        {
            Faults = new TaskFaults().Delay("A", TimeSpan.FromMinutes(3)),
            Tasks = OnWork((_, _) => Result(1)),
        });

        Assert.Equal(("States.Timeout", "30"), (execution.Error, Seconds(execution.Elapsed)));
    }

    [Theory]
    [InlineData(Function, "\"TimeoutSeconds\":20,", "20", "LambdaFunctionStarted LambdaFunctionTimedOut ExecutionFailed")]
    [InlineData(Function, "", "0", "LambdaFunctionStarted LambdaFunctionTimedOut ExecutionFailed")]
    [InlineData("arn:aws:states:::sns:publish", "\"Parameters\":{\"TopicArn\":\"t\",\"Message\":\"m\"},\"HeartbeatSeconds\":9,", "9", "TaskStarted TaskTimedOut ExecutionFailed")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "\"Parameters\":{\"QueueUrl\":\"q\",\"MessageBody.$\":\"$$.Task.Token\"},\"TimeoutSeconds\":7,", "7", "TaskStarted TaskSubmitted TaskTimedOut ExecutionFailed")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:work", "\"TimeoutSeconds\":7,", "7", "ActivityStarted ActivityTimedOut ExecutionFailed")]
    public async Task A_call_times_out_after_what_its_state_allows(string resource, string more, string seconds, string events)
    {
        var execution = await Run(Task(resource, more), new LocalOptions { Faults = new TaskFaults().TimeOut("A", 1) });

        Assert.Equal("States.Timeout", execution.Error);
        Assert.Equal(seconds, Seconds(execution.Elapsed));
        Assert.EndsWith(events, Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_a_task_that_waits_for_a_token_comes_back_with_the_token()
    {
        var execution = await Run(
            Task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "\"Parameters\":{\"QueueUrl\":\"q\",\"MessageBody.$\":\"$$.Task.Token\"},"),
            new LocalOptions { Faults = new TaskFaults().Fail("A", "Lost") });

        Assert.Equal("Lost", execution.Error);
        Assert.EndsWith("TaskStarted TaskSubmitted TaskFailed ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_are_for_calls_that_there_can_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskFaults().TimeOut("A", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskFaults().Fail("A", 3, 2, "E"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskFaults().Delay("A", TimeSpan.FromSeconds(-1)));
    }
}
