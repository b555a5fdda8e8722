namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What the role of a state machine must allow beyond its tasks, and what a user knows better.</summary>
public sealed record PermissionOptions
{
    /// <summary>The settings used when none are given: no logging, no tracing.</summary>
    public static PermissionOptions Default { get; } = new();

    /// <summary>Whether executions are logged to CloudWatch Logs. Default false.</summary>
    public bool Logging { get; init; }

    /// <summary>Whether executions are traced with X-Ray. Default false.</summary>
    public bool Tracing { get; init; }

    /// <summary>For states whose resources are computed when they run: the ARNs that they may reach, by the state's name. They replace what the definition says. Default empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resources { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
