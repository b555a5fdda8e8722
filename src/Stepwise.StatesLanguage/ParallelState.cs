using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that runs several machines at once (ASL <c>Parallel</c>).</summary>
public sealed record ParallelState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Parallel";

    /// <summary>ASL <c>Branches</c>.</summary>
    public required IReadOnlyList<StateMachine> Branches { get; init; }

    /// <summary>ASL <c>Parameters</c> (JSONPath); null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>Arguments</c> (JSONata); null when absent.</summary>
    public JsonValue? Arguments { get; init; }
}
