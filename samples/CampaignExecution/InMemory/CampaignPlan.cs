namespace CampaignSystem.InMemory;

/// <summary>A campaign, as its owner planned it, and what its operator will do to it.</summary>
internal sealed record CampaignPlan
{
    public string Name { get; init; } = "Spring offer";

    /// <summary>What is wrong with its configuration.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public int Contacts { get; init; } = 500;

    /// <summary>How many contacts the dispatcher queues at once.</summary>
    public int BatchSize { get; init; } = 500;

    public int ContactsPerMinute { get; init; } = 40;

    /// <summary>When the operator pauses it, after its start.</summary>
    public TimeSpan? PausedAfter { get; init; }

    /// <summary>When the operator cancels it, after its start.</summary>
    public TimeSpan? CancelledAfter { get; init; }
}
