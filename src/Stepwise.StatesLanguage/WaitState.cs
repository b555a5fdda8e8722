using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that lets time pass (ASL <c>Wait</c>). One of the four times is set.</summary>
public sealed record WaitState : TransitionState
{
    /// <inheritdoc/>
    public override string Type => "Wait";

    /// <summary>ASL <c>Seconds</c>: a number, or a JSONata string; null when absent.</summary>
    public JsonValue? Seconds { get; init; }

    /// <summary>ASL <c>SecondsPath</c> (JSONPath); null when absent.</summary>
    public string? SecondsPath { get; init; }

    /// <summary>ASL <c>Timestamp</c>: an RFC 3339 time, or a JSONata string; null when absent.</summary>
    public JsonValue? Timestamp { get; init; }

    /// <summary>ASL <c>TimestampPath</c> (JSONPath); null when absent.</summary>
    public string? TimestampPath { get; init; }
}
