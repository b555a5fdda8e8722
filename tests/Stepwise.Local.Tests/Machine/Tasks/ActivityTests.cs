using Stepwise.Json;
using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks;

public sealed class ActivityTests
{
    private const string Activity = "arn:aws:states:us-east-1:123456789012:activity:work";

    [Fact]
    public async Task A_handler_is_the_worker_of_an_activity()
    {
        var execution = await Run(Task(Activity), new LocalTasks().OnResource(Activity, (request, _) => Result(request.Input)), """{"in":1}""");

        Assert.Equal("""{"in":1}""", execution.Output?.ToJson());
        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityStarted ActivitySucceeded TaskStateExited ExecutionSucceeded", Types(execution));
    }

    [Fact]
    public async Task A_worker_asks_for_a_task_and_answers_it()
    {
        var clock = new VirtualClock();
        using var service = new LocalStepFunctions(new() { TimeProvider = clock });
        var activity = service.CreateActivity("work");
        Assert.Equal(Activity, activity);
        LocalExecution execution;
        using (clock.Hold())
        {
            var asked = service.GetActivityTaskAsync(activity, "worker 7");
            execution = service.CreateStateMachine("machine", Task(Activity, "\"TimeoutSeconds\":60,\"HeartbeatSeconds\":10,")).StartExecution(JsonObject.Create(("in", 1)));
            var task = await asked.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal("""{"in":1}""", task.Input.ToJson());
            service.SendTaskHeartbeat(task.TaskToken);
            service.SendTaskSuccess(task.TaskToken, "done");
        }

        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("\"done\"", execution.Output?.ToJson());
        Assert.Equal("""{"workerName":"worker 7"}""", Details(execution, HistoryEventType.ActivityStarted).ToJson());
    }

    [Fact]
    public async Task The_time_of_an_activity_counts_from_when_a_worker_has_the_task()
    {
        var clock = new VirtualClock();
        using var service = new LocalStepFunctions(new() { TimeProvider = clock });
        var activity = service.CreateActivity("work");
        LocalExecution execution;
        using (clock.Hold())
        {
            execution = service.CreateStateMachine("machine", Task(Activity, "\"TimeoutSeconds\":5,")).StartExecution(JsonObject.Empty);
            await service.GetActivityTaskAsync(activity).WaitAsync(TimeSpan.FromSeconds(30));
        }

        await execution.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("States.Timeout", execution.Error);
        Assert.Equal("5", Seconds(execution.Elapsed));
        Assert.EndsWith("ActivityScheduled ActivityStarted ActivityTimedOut ExecutionFailed", Types(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_that_is_not_there_fails_the_execution_in_words_of_AWS()
    {
        var execution = await Run(Caught(Activity), new LocalTasks());

        Assert.Equal("States.Runtime", execution.Error);
        Assert.Equal($"An error occurred while executing the state 'A' (entered at the event id #2). The activity {Activity} does not exist.", execution.Cause);
        Assert.Equal("ExecutionStarted TaskStateEntered ExecutionFailed", Types(execution));
    }

    [Fact]
    public async Task Asking_for_tasks_can_be_given_up_and_needs_an_activity()
    {
        using var service = new LocalStepFunctions();
        var activity = service.CreateActivity("work");
        using var patience = new CancellationTokenSource();
        var asked = service.GetActivityTaskAsync(activity, cancellationToken: patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.GetActivityTaskAsync(Activity + "x"));
        Assert.Throws<ArgumentException>(() => service.CreateActivity("a b"));
    }
}
