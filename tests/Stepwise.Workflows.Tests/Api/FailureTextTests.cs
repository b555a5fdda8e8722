using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Workflows.Tests.Api;

/// <summary>What a test says that fails because an execution did.</summary>
public sealed partial class FailureTextTests
{
    [Fact]
    public async Task A_failed_run_tells_the_path_the_state_its_place_in_the_class_its_input_the_attempts_and_what_was_thrown_where()
    {
        var tasks = new OrderTasks { OnPrice = static (_, _) => throw new TimeoutException("The price list is away.") };
        var run = await OrderApproval.Workflow.RunLocallyAsync(tasks, new("A-1", 4));
        var exception = Assert.Throws<LocalExecutionException>(() => run.EnsureSucceeded());
        Assert.Equal(
            """
            order-approval failed with OrderRejected after 00:00:03 and 4 transitions.
              cause:     TimeoutException: The price list is away.
              path:      Price the order (3 attempts) -> Rejected
              failed in: Rejected (Fail), Stepwise.Workflows.Tests.Api.OrderApproval.Rejected
              its input: {"Error":"TimeoutException","Cause":"{\"errorType\":\"TimeoutException\",\"errorMessage\":\"The price list is away.\",(and so on)
              before:    Price the order (Task), Stepwise.Workflows.Tests.Api.OrderApproval.PriceOrder: failed 3 of 3 times, at 00:00:00, 00:00:01, 00:00:03, the last time with TimeoutException: The price list is away.
              its input: {"id":"A-1","quantity":4}
              thrown:    at Stepwise.Workflows.Tests.Api.FailureTextTests.(the lambda) in FailureTextTests.cs:line 0
            """.ReplaceLineEndings("\n"),
            StackTrace().Replace(ThrownAt().Replace(exception.Message, "at Stepwise.Workflows.Tests.Api.FailureTextTests.(the lambda) in FailureTextTests.cs:line 0"), "(and so on)"));
        Assert.Equal("The price list is away.", Assert.IsType<TimeoutException>(exception.InnerException).Message);
        Assert.Same(run.Execution, exception.Execution);
        Assert.Equal(exception.Message, run.ToString());
    }

    [Fact]
    public async Task A_state_that_cannot_read_what_a_mock_left_out_is_named_with_what_it_got()
    {
        // A mock without a setup returns null.
        var run = await OrderApproval.Workflow.RunLocallyAsync(new OrderTasks { OnPrice = static (_, _) => Task.FromResult<Price>(null!) }, new("A-1", 4), new()
        {
            Tasks = new LocalTasks().OnState("AskForApproval", static (request, _) =>
            {
                request.Execution.SendTaskSuccess(request.TaskToken!, JsonObject.Create(("by", "me")));
                return new(JsonNull.Instance);
            }),
        });
        Assert.Equal(WorkflowStatus.Failed, run.Status);
        Assert.Contains("\n  path:      Price the order -> AskForApproval -> Reserve -> Approved\n  failed in: Approved (Succeed), Stepwise.Workflows.Tests.Api.OrderApproval.Approved\n", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loops_are_folded_and_long_values_shortened()
    {
        var (run, notifications) = await RunAsync("status-fails");
        Assert.Equal("Campaign failed", Assert.Single(notifications).Subject);
        Assert.Contains(
            "\n  before:    CheckCampaignStatus (Task), CampaignSystem.CampaignExecution.CheckCampaignStatus: failed 4 of 4 times, at 00:01:00, 00:01:02, 00:01:06, 00:01:14, the last time with DatabaseUnavailableException: The database does not answer.\n",
            run.ToString(),
            StringComparison.Ordinal);

        (run, _) = await RunAsync("three-days");
        var text = run.ToString();
        Assert.Matches(@"\[MonitorProgress -> CheckCampaignStatus -> IsCampaignComplete\] x 27\d\d", text);
        Assert.All(text.Split('\n'), static line => Assert.InRange(line.Length, 1, 700));
    }

    [Fact]
    public async Task A_run_that_succeeded_says_so_with_its_output()
    {
        var (run, _) = await RunAsync("happy");
        Assert.StartsWith("campaign-execution succeeded after 00:13:00 and 46 transitions.\n  path:      ValidateCampaign -> CheckValidation -> ", run.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n  output:    {\"campaignId\":", run.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"at Stepwise\.Workflows\.Tests\.Api\.FailureTextTests\.\S.*FailureTextTests\.cs:line \d+")]
    private static partial Regex ThrownAt();

    [GeneratedRegex(@"\\""stackTrace.*")]
    private static partial Regex StackTrace();

    private static async Task<(LocalExecution<CampaignSystem.CampaignExecution.Output> Run, IReadOnlyList<CampaignSystem.InMemory.Notification> Notifications)> RunAsync(string name)
    {
        var scenario = CampaignSystem.Scenarios.ScenarioCatalogue.Find(name)!;
        var clock = new VirtualClock();
        var notifications = new CampaignSystem.InMemory.Notifications();
        var run = await CampaignSystem.CampaignExecution.Workflow.RunLocallyAsync(
            new CampaignSystem.InMemory.InMemoryTasks(new(scenario.Plan, clock)), new(Guid.Empty, "manual"), scenario.Options(clock, notifications));
        return (run, notifications.Sent);
    }
}
