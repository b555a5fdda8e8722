using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that has work done (ASL <c>Task</c>).</summary>
public sealed record TaskState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Task";

    /// <summary>ASL <c>Resource</c>: the ARN of what does the work, written as it is, so that <c>${Name}</c> is a substitution.</summary>
    public required string Resource { get; init; }

    /// <summary>ASL <c>Parameters</c> (JSONPath): the payload template; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>Arguments</c> (JSONata); null when absent.</summary>
    public JsonValue? Arguments { get; init; }

    /// <summary>ASL <c>Credentials</c>: the role to act in; null when absent.</summary>
    public JsonValue? Credentials { get; init; }

    /// <summary>ASL <c>TimeoutSeconds</c>: a number, or a JSONata string; null when absent, which means 99,999,999.</summary>
    public JsonValue? TimeoutSeconds { get; init; }

    /// <summary>ASL <c>TimeoutSecondsPath</c> (JSONPath); null when absent.</summary>
    public string? TimeoutSecondsPath { get; init; }

    /// <summary>ASL <c>HeartbeatSeconds</c>: a number, or a JSONata string; null when absent, which means no heartbeat is expected.</summary>
    public JsonValue? HeartbeatSeconds { get; init; }

    /// <summary>ASL <c>HeartbeatSecondsPath</c> (JSONPath); null when absent.</summary>
    public string? HeartbeatSecondsPath { get; init; }
}
