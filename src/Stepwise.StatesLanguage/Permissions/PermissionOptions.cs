namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What <see cref="RolePolicy"/> cannot read from the definition: logging, tracing, encryption, the machine's name, and resources that states compute.</summary>
public sealed record PermissionOptions
{
    /// <summary>The default options: no logging, no tracing, no key, no name, no declared resources.</summary>
    public static PermissionOptions Default { get; } = new();

    /// <summary>Whether executions are logged to CloudWatch Logs. The default is false.</summary>
    public bool Logging { get; init; }

    /// <summary>Whether executions are traced with X-Ray. The default is false.</summary>
    public bool Tracing { get; init; }

    /// <summary>
    /// The name of the deployed state machine, or a substitution such as <c>${StateMachineName}</c>. The default is null: then permissions on the machine itself have a wildcard.
    /// A machine needs such permissions for a Distributed Map, for HTTP calls and for a key of its own.
    /// </summary>
    public string? StateMachineName { get; init; }

    /// <summary>The ARN of the customer managed key with which the machine is encrypted, or a substitution. The default is null: a key that AWS owns.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>
    /// The ARNs of resources that states compute when they run, by the names of the states. The default is empty. An ARN can contain substitutions and wildcards.
    /// An ARN replaces the wildcard for resources of its kind that the definition does not determine; it does not replace resources that the definition determines.
    /// A text that is one substitution has the kind with which its name ends: <c>${OrdersTopicArn}</c> is a topic. If its name ends with no kind, it replaces the first wildcard.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resources { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>
    /// Whether <c>${...}</c> is a substitution only in strings that say so: <see cref="Json.JsonString.HasSubstitutions"/>. The compiler marks these strings, and so does the reader of a definition. The default is false: <c>${...}</c> is a substitution in every string.
    /// </summary>
    internal bool HasLiterals { get; init; }
}
