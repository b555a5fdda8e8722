using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that runs several machines at the same time (ASL <c>Parallel</c>).</summary>
public sealed record ParallelState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Parallel";

    /// <summary>ASL <c>Branches</c>: the machines.</summary>
    public required IReadOnlyList<StateMachine> Branches { get; init; }

    internal override IReadOnlyList<StateMachine> Machines => Branches;

    /// <summary>ASL <c>Parameters</c> (JSONPath): the payload template of each branch's input; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>Arguments</c> (JSONata): the input of each branch; null when absent.</summary>
    public JsonValue? Arguments { get; init; }
}
