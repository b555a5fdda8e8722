using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Workflows.Tests.Api;

/// <summary>Workflows run with their own types.</summary>
public sealed class RunLocallyTests
{
    [Fact]
    public async Task Renamed_states_envelopes_payloads_tokens_and_tasks_without_a_result_all_reach_their_methods()
    {
        using var stepFunctions = new LocalStepFunctions();
        var tasks = new OrderTasks(stepFunctions);
        var run = await stepFunctions.CreateStateMachine(OrderApproval.Workflow, tasks).RunAsync(new("A-1", 4));
        Assert.Equal(["Price the order", "AskForApproval", "Reserve", "Approved"], run.EnsureSucceeded().States);
        Assert.Equal(new OrderApproval.PriceOrderInput("A-1", 4), Assert.Single(tasks.Priced));
        Assert.Equal(new Approval("the manager of A-1"), tasks.Reserved);
        Assert.Equal(new OrderApproval.Output("A-1", 10m, "the manager of A-1"), run.GetOutput());
        Assert.Equal(4, run.Transitions);
        Assert.Equal(HistoryEventType.ExecutionSucceeded, run.Events[^1].Type);
    }

    [Fact]
    public async Task A_workflow_runs_as_often_as_one_likes_in_one_environment_with_the_same_tasks()
    {
        await using var stepFunctions = new LocalStepFunctions();
        var tasks = new OrderTasks(stepFunctions);
        var first = await stepFunctions.RunAsync(OrderApproval.Workflow, tasks, new("A-1", 4));
        var second = await stepFunctions.CreateStateMachine(OrderApproval.Workflow, tasks).StartExecution(new("A-2", 4)).GetResultAsync();

        Assert.Equal(("A-1", "A-2"), (first.GetOutput().Id, second.Id));
        Assert.Same(first.Execution.StateMachine, stepFunctions.CreateStateMachine(OrderApproval.Workflow, tasks).StateMachine);
        var exception = Assert.Throws<ArgumentException>(() => stepFunctions.CreateStateMachine(OrderApproval.Workflow, new OrderTasks()));
        Assert.Contains("It has another object for its tasks.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_on_the_wire_and_the_type_of_the_machine_are_those_of_the_workflow()
    {
        var run = await Greeting.Workflow.RunLocallyAsync(new GreetingTasks(), new("Ada"));
        Assert.Equal(new GreetingWords("Hello", "Ada"), run.GetOutput());
        Assert.Equal("""{"first_name":"Ada"}""", run.Execution.Input.ToJson());
        Assert.Equal("""{"first_word":"Hello","last_word":"Ada"}""", run.Execution.Output!.ToJson());
        Assert.Contains(":express:", run.Execution.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_may_come_back_hours_later()
    {
        var clock = new VirtualClock();
        using var stepFunctions = new LocalStepFunctions(new() { TimeProvider = clock });
        var token = new TaskCompletionSource<string>();
        var options = stepFunctions.Options.Tasks.OnState("AskForApproval", (request, _) =>
        {
            clock.CreateTimer(
                _ => stepFunctions.SendTaskFailure(request.TaskToken!, "TooExpensive", "It costs too much."),
                null,
                TimeSpan.FromMinutes(30),
                Timeout.InfiniteTimeSpan);
            return new(JsonNull.Instance);
        });
        var run = await stepFunctions.CreateStateMachine(OrderApproval.Workflow, new OrderTasks()).RunAsync(new("A-1", 4));
        Assert.Equal("OrderRejected", run.Error);
        Assert.Equal("It costs too much.", run.Cause);

        // Asked, and asked again after one second, and after two more.
        Assert.Equal((3 * TimeSpan.FromMinutes(30)) + TimeSpan.FromSeconds(3), run.Elapsed);
    }

    [Fact]
    public async Task A_fake_that_waits_by_the_clock_runs_into_the_timeout_of_its_task()
    {
        var clock = new VirtualClock();
        var tasks = new OrderTasks
        {
            OnPrice = async (_, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(40), clock, cancellationToken);
                return new(1);
            },
        };
        var run = await OrderApproval.Workflow.RunLocallyAsync(tasks, new("A-1", 4), new() { TimeProvider = clock });
        Assert.Equal("OrderRejected", run.Error);
        Assert.Equal(TimeSpan.FromSeconds((3 * 30) + 1 + 2), run.Elapsed);
        Assert.Equal(3, run.Events.Count(static item => item.Type == HistoryEventType.TaskTimedOut));
    }

    [Fact]
    public async Task A_clock_may_serve_one_run_after_another()
    {
        var clock = new VirtualClock();
        var options = new LocalOptions { TimeProvider = clock, Faults = new TaskFaults().Fail("Price the order", "Closed") };
        await OrderApproval.Workflow.RunLocallyAsync(new OrderTasks(), new("A-1", 4), options);
        await OrderApproval.Workflow.RunLocallyAsync(new OrderTasks(), new("A-1", 4), options);
        Assert.Equal(TimeSpan.FromSeconds(6), clock.Elapsed);
    }

    [Fact]
    public async Task Handlers_of_states_in_the_options_go_before_the_tasks()
    {
        var tasks = new OrderTasks();
        var run = await OrderApproval.Workflow.RunLocallyAsync(tasks, new("A-1", 4), new()
        {
            Tasks = new LocalTasks().OnState("Price the order", static (_, _) => throw new TaskFailedException("Closed", "The shop is closed.")),
        });
        Assert.Equal(("OrderRejected", "The shop is closed."), (run.Error, run.Cause));
        Assert.Empty(tasks.Priced);
    }

    [Fact]
    public async Task Machines_in_one_service_have_tasks_of_their_own()
    {
        using var stepFunctions = new LocalStepFunctions();
        var cheap = stepFunctions.CreateStateMachine(OrderApproval.Workflow, new OrderTasks(stepFunctions));
        var dear = stepFunctions.CreateStateMachine(OrderApproval.Workflow, new OrderTasks(stepFunctions) { OnPrice = static (_, _) => Task.FromResult(new Price(1_000m)) }, "order-approval-dear");
        var runs = await Task.WhenAll(cheap.RunAsync(new("A-1", 4)), dear.RunAsync(new("A-2", 4)));
        Assert.Equal([10m, 1_000m], runs.Select(static run => run.GetOutput().Total));
        Assert.Throws<ArgumentException>(() => stepFunctions.CreateStateMachine(OrderApproval.Workflow, new OrderTasks(stepFunctions)));
    }

    [Fact]
    public async Task A_service_that_nobody_answers_for_fails_the_execution_past_every_Catch_and_says_what_to_write()
    {
        var scenario = CampaignSystem.Scenarios.ScenarioCatalogue.Find("happy")!;
        var clock = new VirtualClock();
        var run = await CampaignSystem.CampaignExecution.Workflow.RunLocallyAsync(
            new CampaignSystem.InMemory.InMemoryTasks(new(scenario.Plan, clock)), new(Guid.Empty, "manual"), new() { TimeProvider = clock });
        Assert.Equal(LocalErrors.NoHandler, run.Error);
        Assert.DoesNotContain("NotifyFailure", run.States);
        Assert.Contains("NotifyUser", run.Cause, StringComparison.Ordinal);
        Assert.Contains("OnResource(\"sns:publish\"", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_nobody_answers_for_may_succeed_with_nothing()
    {
        var scenario = CampaignSystem.Scenarios.ScenarioCatalogue.Find("happy")!;
        var clock = new VirtualClock();
        var run = await CampaignSystem.CampaignExecution.Workflow.RunLocallyAsync(
            new CampaignSystem.InMemory.InMemoryTasks(new(scenario.Plan, clock)),
            new(Guid.Empty, "manual"),
            new() { TimeProvider = clock, Tasks = new LocalTasks().OnAnything(static (_, _) => new(JsonObject.Empty)) });
        Assert.Equal("Spring offer", run.GetOutput().CampaignName);
    }

    [Fact]
    public async Task A_payload_that_is_no_value_of_the_parameter_fails_the_task_as_the_serializer_on_Lambda_does()
    {
        var run = await OrderApproval.Workflow.RunLocallyAsync(new OrderTasks(), new("A-1", 4), new()
        {
            Tasks = new LocalTasks()
                .OnState("Price the order", static (_, _) => new(JsonObject.Create(("total", 1))))
                .OnState("AskForApproval", static (request, _) =>
                {
                    request.Execution.SendTaskSuccess(request.TaskToken!, JsonObject.Create(("by", 5)));
                    return new(JsonNull.Instance);
                }),
        });
        Assert.Equal("OrderRejected", run.Error);
        Assert.Contains("JsonSerializerException", run.Cause, StringComparison.Ordinal);
        Assert.Contains("Error converting the Lambda event JSON payload to type Stepwise.Workflows.Tests.Api.Approval", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_a_state_in_ASL_calls_is_the_method_of_the_task_that_names_it()
    {
        var run = await BulkPricing.Workflow.RunLocallyAsync(new BulkTasks(), new("A-1", 1, [new("A-2", 2), new("A-3", 3)]));
        Assert.Equal(JsonValue.Parse("""[{"total":2},{"total":3}]"""), Assert.IsType<JsonObject>(run.EnsureSucceeded().Execution.Output)["prices"]);

        run = await BulkPricing.Workflow.RunLocallyAsync(new BulkTasks(), new("A-1", 1, [new("A-2", 2), new("A-3", 0)]));
        Assert.Equal("ArgumentException", run.Error);
        var text = run.ToString();
        Assert.Contains("\n  path:      PriceOne -> PriceMany -> Price one of many\n  failed in: Price one of many (Task)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  attempts:  failed 1 of 1 times, at 00:00:00, the last time with ArgumentException: A-3 has no quantity.\n", text, StringComparison.Ordinal);
        Assert.Contains("BulkTasks.PriceOne", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_stops_the_execution()
    {
        using var cancellation = new CancellationTokenSource();
        var tasks = new OrderTasks
        {
            OnPrice = async (_, cancellationToken) =>
            {
                await cancellation.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return new(0);
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OrderApproval.Workflow.RunLocallyAsync(tasks, new("A-1", 4), cancellationToken: cancellation.Token));
    }

    [Fact]
    public async Task An_execution_that_was_started_can_be_watched_and_stopped()
    {
        using var stepFunctions = new LocalStepFunctions(new() { TimeProvider = new VirtualClock { AutoAdvance = false } });
        var run = stepFunctions.CreateStateMachine(OrderApproval.Workflow, new OrderTasks()).StartExecution(new("A-1", 4), "first");
        Assert.Equal("first", run.Execution.Name);
        var exception = Assert.Throws<LocalExecutionException>(() => run.GetOutput());
        Assert.Contains("order-approval still runs", exception.Message, StringComparison.Ordinal);
        run.Execution.Stop("Enough", "The test ends.");
        await run.WaitAsync();
        Assert.Equal(WorkflowStatus.Aborted, run.Status);
        Assert.Contains("order-approval was stopped with Enough", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_manifest_works_and_names_no_places()
    {
        var workflow = new WorkflowDescriptor<Order, System.Text.Json.JsonElement, OrderApproval.ITasks>("plain", static () => OrderApproval.Definition);
        Assert.Empty(workflow.Tasks);
        Assert.Null(workflow.Manifest);
        var run = await workflow.RunLocallyAsync(new OrderTasks(), new("A-1", 4), new() { Tasks = new LocalTasks().OnState("Price the order", static (_, _) => throw new TaskFailedException("Closed")) });
        Assert.Equal("OrderRejected", run.Error);
    }
}
