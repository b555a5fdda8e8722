using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that waits (ASL <c>Wait</c>). Exactly one of the four times must be set.</summary>
public sealed record WaitState : TransitionState
{
    /// <inheritdoc/>
    public override string Type => "Wait";

    /// <summary>ASL <c>Seconds</c>: the time to wait, in seconds, or a JSONata string; null when absent.</summary>
    public JsonValue? Seconds { get; init; }

    /// <summary>ASL <c>SecondsPath</c> (JSONPath): the path to the time to wait, in seconds; null when absent.</summary>
    public string? SecondsPath { get; init; }

    /// <summary>ASL <c>Timestamp</c>: the time until which to wait (RFC 3339), or a JSONata string; null when absent.</summary>
    public JsonValue? Timestamp { get; init; }

    /// <summary>ASL <c>TimestampPath</c> (JSONPath): the path to the time until which to wait; null when absent.</summary>
    public string? TimestampPath { get; init; }
}
