using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that runs a machine for each item of a collection (ASL <c>Map</c>).</summary>
public sealed record MapState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Map";

    /// <summary>ASL <c>ItemProcessor</c>: the machine that runs for each item.</summary>
    public required StateMachine ItemProcessor { get; init; }

    internal override IReadOnlyList<StateMachine> Machines => [ItemProcessor];

    /// <summary>Whether the field is named <c>Iterator</c>, the old name of <c>ItemProcessor</c>. The default is false.</summary>
    public bool UsesIterator { get; init; }

    /// <summary>ASL <c>ItemsPath</c> (JSONPath): the path to the items; null when absent, which means <c>$</c>.</summary>
    public string? ItemsPath { get; init; }

    /// <summary>ASL <c>Items</c> (JSONata): an array, an object or an expression string; null when absent, which means the state's input.</summary>
    public JsonValue? Items { get; init; }

    /// <summary>ASL <c>ItemReader</c> (Distributed Map): the source of the items, such as an object in S3; null when absent.</summary>
    public JsonObject? ItemReader { get; init; }

    /// <summary>ASL <c>ItemSelector</c>: the input of each iteration; null when absent, which means the item.</summary>
    public JsonValue? ItemSelector { get; init; }

    /// <summary>ASL <c>Parameters</c>, the old name of <see cref="ItemSelector"/>; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>ItemBatcher</c> (Distributed Map): the size of the batches of items; null when absent, which means no batches.</summary>
    public JsonObject? ItemBatcher { get; init; }

    /// <summary>ASL <c>MaxConcurrency</c>: the greatest number of iterations that run at once, or a JSONata string; null when absent. Null and 0 mean no limit but those of Step Functions.</summary>
    public JsonValue? MaxConcurrency { get; init; }

    /// <summary>ASL <c>MaxConcurrencyPath</c> (JSONPath): the path to that number; null when absent.</summary>
    public string? MaxConcurrencyPath { get; init; }

    /// <summary>ASL <c>ToleratedFailurePercentage</c> (Distributed Map): the percentage of items that may fail, from 0 to 100, or a JSONata string; null when absent, which means 0.</summary>
    public JsonValue? ToleratedFailurePercentage { get; init; }

    /// <summary>ASL <c>ToleratedFailurePercentagePath</c> (JSONPath): the path to that percentage; null when absent.</summary>
    public string? ToleratedFailurePercentagePath { get; init; }

    /// <summary>ASL <c>ToleratedFailureCount</c> (Distributed Map): the number of items that may fail, or a JSONata string; null when absent, which means 0.</summary>
    public JsonValue? ToleratedFailureCount { get; init; }

    /// <summary>ASL <c>ToleratedFailureCountPath</c> (JSONPath): the path to that number; null when absent.</summary>
    public string? ToleratedFailureCountPath { get; init; }

    /// <summary>ASL <c>Label</c> (Distributed Map): a part of the ARNs of the child executions, at most 40 characters; null when absent.</summary>
    public string? Label { get; init; }

    /// <summary>ASL <c>ResultWriter</c> (Distributed Map): the place to which the results are written; null when absent.</summary>
    public JsonObject? ResultWriter { get; init; }
}
