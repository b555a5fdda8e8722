using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that calls a function, a service or an activity (ASL <c>Task</c>).</summary>
public sealed record TaskState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Task";

    /// <summary>ASL <c>Resource</c>: the ARN of the function, the integration or the activity. <c>${Name}</c> in it is a substitution.</summary>
    public required string Resource { get; init; }

    /// <summary>ASL <c>Parameters</c> (JSONPath): the payload template; null when absent.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>ASL <c>Arguments</c> (JSONata): the arguments of the call; null when absent.</summary>
    public JsonValue? Arguments { get; init; }

    /// <summary>ASL <c>Credentials</c>: the role that the task assumes; null when absent.</summary>
    public JsonValue? Credentials { get; init; }

    /// <summary>ASL <c>TimeoutSeconds</c>: the longest time of the task, in seconds, or a JSONata string; null when absent, which means 99,999,999.</summary>
    public JsonValue? TimeoutSeconds { get; init; }

    /// <summary>ASL <c>TimeoutSecondsPath</c> (JSONPath): the path to that time; null when absent.</summary>
    public string? TimeoutSecondsPath { get; init; }

    /// <summary>ASL <c>HeartbeatSeconds</c>: the longest time between two heartbeats, in seconds, or a JSONata string; null when absent, which means that no heartbeat is required.</summary>
    public JsonValue? HeartbeatSeconds { get; init; }

    /// <summary>ASL <c>HeartbeatSecondsPath</c> (JSONPath): the path to that time; null when absent.</summary>
    public string? HeartbeatSecondsPath { get; init; }
}
