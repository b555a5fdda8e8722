using CampaignSystem;
using CampaignSystem.InMemory;
using CampaignSystem.Scenarios;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Workflows.Tests.Reference;

/// <summary>The forms of the reference system: the sample, the same class in JSONata, and a definition as text.</summary>
internal static class Forms
{
    public const string CampaignId = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    public static async Task<Outcome> InJsonPathAsync(Scenario scenario)
    {
        var (clock, notifications, tasks) = Around(scenario);
        var run = await CampaignExecution.Workflow.RunLocallyAsync(tasks, new(Guid.Parse(CampaignId), "manual"), scenario.Options(clock, notifications));
        return new(run.Execution, notifications.Sent);
    }

    public static async Task<Outcome> InJsonataAsync(Scenario scenario)
    {
        var (clock, notifications, tasks) = Around(scenario);
        var run = await CampaignSystem.InJsonata.CampaignExecution.Workflow.RunLocallyAsync(new TasksInJsonata(tasks), new(Guid.Parse(CampaignId), "manual"), scenario.Options(clock, notifications));
        return new(run.Execution, notifications.Sent);
    }

    /// <summary>A definition as it stands, with handlers of functions by their names.</summary>
    public static async Task<Outcome> AsTextAsync(Scenario scenario, string definition)
    {
        var (clock, notifications, tasks) = Around(scenario);
        var options = scenario.Options(clock, notifications) with
        {
            Substitutions = CampaignExecution.Workflow.Tasks.ToDictionary(static task => Substitution(task.Function), static task => "arn:aws:lambda:us-east-1:123456789012:function:" + task.Function)
                .Append(new("CampaignNotificationsTopicArn", "arn:aws:sns:us-east-1:123456789012:campaign-notifications"))
                .ToDictionary(StringComparer.Ordinal),
        };
        foreach (var task in CampaignExecution.Workflow.Tasks)
        {
            options.Tasks.OnFunction(task.Function, async (request, cancellationToken) => JsonValue.Parse(
                (await task.InvokeAsync(tasks, System.Text.Encoding.UTF8.GetBytes(request.Input.ToJson()), CampaignExecution.Workflow.SerializerOptions, cancellationToken)).Span));
        }

        using var stepFunctions = new LocalStepFunctions(options);
        var machine = stepFunctions.CreateStateMachine("campaign-execution", definition);
        var execution = await machine.RunAsync(JsonObject.Create(("campaignId", CampaignId), ("executionSource", "manual")));
        return new(execution, notifications.Sent);
    }

    private static (VirtualClock Clock, Notifications Notifications, InMemoryTasks Tasks) Around(Scenario scenario)
    {
        var clock = new VirtualClock();
        return (clock, new(), new(new(scenario.Plan, clock)));
    }

    private static string Substitution(string function)
        => string.Concat(function.Split('-').Select(static part => char.ToUpperInvariant(part[0]) + part[1..])) + "FunctionArn";
}

/// <summary>What became of an execution.</summary>
internal sealed record Outcome(LocalExecution Execution, IReadOnlyList<Notification> Notifications)
{
    public string Path => ExecutionTimeline.From(Execution).ToString();
}
