using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that ends the machine with a failure (ASL <c>Fail</c>).</summary>
public sealed record FailState : State
{
    /// <inheritdoc/>
    public override string Type => "Fail";

    /// <summary>ASL <c>Error</c>: the name of the error, or a JSONata string; null when absent.</summary>
    public JsonValue? Error { get; init; }

    /// <summary>ASL <c>ErrorPath</c> (JSONPath): a path or a call of an intrinsic function; null when absent.</summary>
    public string? ErrorPath { get; init; }

    /// <summary>ASL <c>Cause</c>: a description of the error for people, or a JSONata string; null when absent.</summary>
    public JsonValue? Cause { get; init; }

    /// <summary>ASL <c>CausePath</c> (JSONPath): a path or a call of an intrinsic function; null when absent.</summary>
    public string? CausePath { get; init; }
}
