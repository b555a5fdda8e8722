using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that runs a machine for each item (ASL <c>Map</c>).</summary>
public sealed record MapState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Map";

    /// <summary>ASL <c>ItemProcessor</c>: the machine that runs for each item.</summary>
    public required StateMachine ItemProcessor { get; init; }

    /// <summary>Whether the processor is written under its old name, <c>Iterator</c>. Default false.</summary>
    public bool UsesIterator { get; init; }

    /// <summary>ASL <c>ItemsPath</c> (JSONPath); null when absent, which means <c>$</c>.</summary>
    public string? ItemsPath { get; init; }

    /// <summary>ASL <c>Items</c> (JSONata): an array, an object or an expression string; null when absent.</summary>
    public JsonValue? Items { get; init; }

    /// <summary>ASL <c>ItemReader</c> (Distributed): where items are read from; null when absent.</summary>
    public JsonObject? ItemReader { get; init; }

    /// <summary>ASL <c>ItemSelector</c>: each iteration's input; null when absent.</summary>
    public JsonValue? ItemSelector { get; init; }

    /// <summary>ASL <c>Parameters</c>, the old name of <see cref="ItemSelector"/>; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>ItemBatcher</c> (Distributed): how items are batched; null when absent.</summary>
    public JsonObject? ItemBatcher { get; init; }

    /// <summary>ASL <c>MaxConcurrency</c>: how many iterations may run at once, or a JSONata string; null when absent, which like 0 means no limit.</summary>
    public JsonValue? MaxConcurrency { get; init; }

    /// <summary>ASL <c>MaxConcurrencyPath</c> (JSONPath); null when absent.</summary>
    public string? MaxConcurrencyPath { get; init; }

    /// <summary>ASL <c>ToleratedFailurePercentage</c>: 0 to 100, or a JSONata string; null when absent, which means 0.</summary>
    public JsonValue? ToleratedFailurePercentage { get; init; }

    /// <summary>ASL <c>ToleratedFailurePercentagePath</c> (JSONPath); null when absent.</summary>
    public string? ToleratedFailurePercentagePath { get; init; }

    /// <summary>ASL <c>ToleratedFailureCount</c>: a number, or a JSONata string; null when absent, which means 0.</summary>
    public JsonValue? ToleratedFailureCount { get; init; }

    /// <summary>ASL <c>ToleratedFailureCountPath</c> (JSONPath); null when absent.</summary>
    public string? ToleratedFailureCountPath { get; init; }

    /// <summary>ASL <c>Label</c> (Distributed): a part of the child executions' ARNs, at most 40 characters; null when absent.</summary>
    public string? Label { get; init; }

    /// <summary>ASL <c>ResultWriter</c> (Distributed): where results are written to; null when absent.</summary>
    public JsonObject? ResultWriter { get; init; }
}
