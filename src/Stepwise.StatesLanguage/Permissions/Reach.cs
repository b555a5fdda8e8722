namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The resources that a task can reach.</summary>
/// <param name="Resources">The resources, as IAM names them; empty if the task does not need the actions.</param>
/// <param name="Wildcard">The reason for a wildcard in the resources; null if they have no wildcard.</param>
/// <param name="IsNarrowest">Whether nothing narrower than the wildcard is possible, because IAM has no such resource or the resource does not exist before the task runs.</param>
internal sealed record Reach(IReadOnlyList<string> Resources, Doubt? Wildcard, bool IsNarrowest = false)
{
    /// <summary>The task does not need the actions.</summary>
    public static Reach Nothing { get; } = new([], null);

    /// <summary>Whether a declared resource can narrow the resources.</summary>
    public bool IsTooWide => Wildcard is not null && !IsNarrowest;

    public static Reach Of(params string[] resources) => new(resources, null);

    /// <summary>All resources, because the task does not determine them.</summary>
    public static Reach Everything(Doubt reason) => new(["*"], reason);

    /// <summary>Resources with a wildcard that cannot be narrowed.</summary>
    public static Reach Narrowest(string reason, params string[] resources) => new(resources, reason, IsNarrowest: true);

    /// <summary>The resource whose ARN is the value of a parameter.</summary>
    public static Reach Arn(TaskArguments arguments, string parameter)
    {
        if (arguments.Text(parameter) is { Length: > 0 } arn)
        {
            return Of(arn);
        }

        return Everything(Unknown(arguments, parameter));
    }

    /// <summary>Returns the reason why a parameter does not determine the resource.</summary>
    public static Doubt Unknown(TaskArguments arguments, string parameter)
        => parameter == TaskArguments.Machine ? new Doubt("The name of the state machine is not given.", NeedsStateMachineName: true)
            : arguments.IsComputed(parameter) ? $"{parameter} is computed when the state runs."
            : $"{parameter} is missing.";

    /// <summary>Returns the resources of both.</summary>
    public Reach And(Reach other)
    {
        var wider = IsTooWide || (Wildcard is not null && !other.IsTooWide) ? this : other;
        return new([.. Resources.Concat(other.Resources).Distinct(StringComparer.Ordinal)], wider.Wildcard, wider.IsNarrowest);
    }
}
