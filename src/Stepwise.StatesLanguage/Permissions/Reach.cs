namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What a task can reach.</summary>
/// <param name="Resources">The resources, as IAM names them; empty when the task does not need the actions.</param>
/// <param name="WildcardReason">Why the resources are wider than they would have to be; null when they are not.</param>
internal sealed record Reach(IReadOnlyList<string> Resources, string? WildcardReason)
{
    /// <summary>The task does not need the actions.</summary>
    public static Reach Nothing { get; } = new([], null);

    public static Reach Of(params string[] resources) => new(resources, null);

    public static Reach Everything(string reason) => new(["*"], reason);

    /// <summary>The resource whose ARN a parameter holds.</summary>
    public static Reach Arn(TaskArguments arguments, string parameter)
    {
        if (arguments.Text(parameter) is { Length: > 0 } arn)
        {
            return Of(arn);
        }

        return Everything(Unknown(arguments, parameter));
    }

    /// <summary>Why a parameter does not say which resource is meant.</summary>
    public static string Unknown(TaskArguments arguments, string parameter)
        => parameter == TaskArguments.Machine ? "The name of the state machine is not given."
            : arguments.IsComputed(parameter) ? $"{parameter} is computed when the state runs."
            : $"{parameter} is missing.";

    /// <summary>What both reach.</summary>
    public Reach And(Reach other) => new([.. Resources.Concat(other.Resources).Distinct(StringComparer.Ordinal)], WildcardReason ?? other.WildcardReason);
}
