using CampaignSystem.InMemory;
using Stepwise.Local;

namespace CampaignSystem.Scenarios;

/// <summary>A campaign to execute, and what goes wrong while it is.</summary>
internal sealed record Scenario(string Name, string Description)
{
    public CampaignPlan Plan { get; init; } = new();

    /// <summary>The states whose work fails.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The options of a run: SNS is a list, and what fails is failed by the runner, not by the functions.</summary>
    public LocalOptions Options(VirtualClock clock, Notifications notifications)
    {
        var faults = new TaskFaults();
        foreach (var outage in Outages)
        {
            outage.AddTo(faults);
        }

        return new()
        {
            TimeProvider = clock,
            Tasks = new LocalTasks().OnResource("sns:publish", notifications.PublishAsync),
            Faults = faults,
        };
    }
}
