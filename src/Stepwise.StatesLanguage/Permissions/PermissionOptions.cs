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

    /// <summary>The name under which the machine is deployed; a substitution such as <c>${StateMachineName}</c> will do. A machine that acts on itself (a distributed Map, a call by HTTP, an own key) gets a wildcard without it. Default null.</summary>
    public string? StateMachineName { get; init; }

    /// <summary>The ARN of the customer's key with which the machine is encrypted; a substitution will do. Default null, which means a key that AWS owns.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>For states whose resources are computed when they run: the ARNs that they may reach, by the state's name. They stand for those resources of their kind that the definition does not determine. A substitution is of the kind that its name ends with, such as <c>${OrdersTopicArn}</c>, or else stands for the first that is not determined. See <see cref="DeclaredResource"/> for what is allowed. Default empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resources { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
