using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>One visit of a state, from when it was entered until it was left, with all its attempts.</summary>
/// <param name="Name">The state.</param>
/// <param name="Type">ASL <c>Type</c>, such as <c>Task</c>.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="LeftAt">When it was left or aborted; null if it was not: its machine ended in it, or it is under way.</param>
/// <param name="Input">Its input.</param>
/// <param name="Output">Its output; null if it was not left.</param>
/// <param name="Attempts">How often its work was begun; 0 for states without work.</param>
/// <param name="Failures">How its work failed, each time.</param>
public sealed record VisitedState(
    string Name,
    string Type,
    DateTimeOffset EnteredAt,
    DateTimeOffset? LeftAt,
    JsonValue Input,
    JsonValue? Output,
    int Attempts,
    IReadOnlyList<VisitFailure> Failures)
{
    /// <summary>When the visit was over: when the state was left, or else when the Parallel, Map or execution around it ended; while that runs, now.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>How the visit ended.</summary>
    public VisitFate Fate { get; init; }

    /// <summary>What ran inside a Parallel or an inline Map, in all attempts: for each branch or iteration the visits in order. Empty for other states.</summary>
    public IReadOnlyList<IReadOnlyList<VisitedState>> Branches { get; init; } = [];

    /// <summary>Whether the machine of the state failed in it.</summary>
    public bool HasFailed => Fate == VisitFate.NotLeft && (Failures.Count > 0 || Type == "Fail" || Branches.Any(static branch => branch[^1].HasFailed));
}
