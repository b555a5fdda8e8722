using System.Globalization;
using CampaignSystem.InMemory;
using CampaignSystem.Scenarios;
using Stepwise;
using Stepwise.Local;

namespace CampaignSystem;

/// <summary>Prints what an execution did: its timeline, what was sent, and what came out.</summary>
internal static class RunPrinter
{
    public static void Print(Scenario scenario, LocalExecution execution, IReadOnlyList<Notification> notifications, TimeSpan realTime, TextWriter output)
    {
        output.WriteLine($"Scenario {scenario.Name}: {scenario.Description}");
        output.WriteLine();
        foreach (var step in ExecutionTimeline.From(execution).Steps)
        {
            PrintStep(step, execution.StartedAt, output);
        }

        foreach (var notification in notifications)
        {
            output.WriteLine();
            output.WriteLine($"Notification to {notification.TopicArn}");
            output.WriteLine($"  {notification.Subject}");
            output.WriteLine($"  {notification.Message}");
        }

        output.WriteLine();
        if (execution.Output is { } result)
        {
            output.WriteLine("Output");
            output.WriteLine("  " + result.ToJson(indented: true).ReplaceLineEndings("\n  "));
        }
        else
        {
            output.WriteLine($"Error {execution.Error}");
            output.WriteLine($"  {execution.Cause}");
        }

        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Verb(execution.Status)} after {execution.Elapsed:c} of virtual time, {realTime.TotalMilliseconds:0} ms of real time: {execution.Transitions:N0} transitions, {execution.Events.Count:N0} events."));
    }

    /// <summary>A visit is a line with the time at which it began; a loop is one with how often, and its steps below.</summary>
    private static void PrintStep(TimelineStep step, DateTimeOffset start, TextWriter output, string indent = "  ")
    {
        var time = (step.First.EnteredAt - start).ToString("c", CultureInfo.InvariantCulture);
        if (step.Steps.Count == 0)
        {
            output.WriteLine($"{indent}{time}  {step.First.Name,-24}{step.First.Type,-8}{Attempts(step.First)}".TrimEnd());
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indent}{time}  {step.Count:N0} times, until {step.Last.LeftAt - start:c}"));
        foreach (var inner in step.Steps)
        {
            PrintStep(inner, start, output, indent + "    ");
        }
    }

    private static string Attempts(VisitedState visit) => visit.Failures.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"failed {visit.Failures.Count} of {visit.Attempts} times with {visit.Failures[^1].Error}");

    private static string Verb(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Succeeded => "Succeeded",
        WorkflowStatus.TimedOut => "Timed out",
        _ => "Failed",
    };
}
