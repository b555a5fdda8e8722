using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>One visit of a state, from when it was entered until it was left, with all its attempts.</summary>
/// <param name="Name">The state.</param>
/// <param name="Type">Its type, such as <c>Task</c>.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="LeftAt">When it was left; null where it was not: it failed, ended the execution, or runs.</param>
/// <param name="Input">What it was entered with.</param>
/// <param name="Output">What it was left with; null where it was not.</param>
/// <param name="Attempts">How often its work was begun, 0 for states without any.</param>
/// <param name="Failures">How its work failed, each time.</param>
public sealed record VisitedState(
    string Name,
    string Type,
    DateTimeOffset EnteredAt,
    DateTimeOffset? LeftAt,
    JsonValue Input,
    JsonValue? Output,
    int Attempts,
    IReadOnlyList<VisitFailure> Failures);
