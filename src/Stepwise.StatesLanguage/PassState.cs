using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that passes its input on, possibly changed, and does no work (ASL <c>Pass</c>).</summary>
public sealed record PassState : TransitionState
{
    /// <inheritdoc/>
    public override string Type => "Pass";

    /// <summary>ASL <c>Result</c> (JSONPath): a constant result; null when absent, which means the input.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>ASL <c>Parameters</c> (JSONPath): the payload template of the input; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>ResultPath</c> (JSONPath): where the result is put in the input; null when absent, which means <c>$</c>.</summary>
    public JsonPathField? ResultPath { get; init; }
}
