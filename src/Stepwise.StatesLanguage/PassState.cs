using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that shapes data and does no work (ASL <c>Pass</c>).</summary>
public sealed record PassState : TransitionState
{
    /// <inheritdoc/>
    public override string Type => "Pass";

    /// <summary>ASL <c>Result</c> (JSONPath): a constant; null when absent.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>ASL <c>Parameters</c> (JSONPath): a payload template; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>ResultPath</c> (JSONPath); null when absent, which means <c>$</c>.</summary>
    public JsonPathField? ResultPath { get; init; }
}
