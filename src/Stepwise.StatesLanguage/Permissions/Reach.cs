namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What a task can reach.</summary>
/// <param name="Resources">The resources, as IAM names them; empty when the task does not need the actions.</param>
/// <param name="Wildcard">Why there is a wildcard in the resources; null if there is none.</param>
/// <param name="IsNarrowest">Whether nothing narrower than the wildcard can be written, because IAM knows no such resource or it does not exist before the task runs.</param>
internal sealed record Reach(IReadOnlyList<string> Resources, Doubt? Wildcard, bool IsNarrowest = false)
{
    /// <summary>The task does not need the actions.</summary>
    public static Reach Nothing { get; } = new([], null);

    /// <summary>Whether the resources are wider than they would have to be.</summary>
    public bool IsTooWide => Wildcard is not null && !IsNarrowest;

    public static Reach Of(params string[] resources) => new(resources, null);

    /// <summary>Everything, because the resource does not follow from the task.</summary>
    public static Reach Everything(Doubt reason) => new(["*"], reason);

    /// <summary>Resources with a wildcard than which nothing narrower can be written.</summary>
    public static Reach Narrowest(string reason, params string[] resources) => new(resources, reason, IsNarrowest: true);

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
    public static Doubt Unknown(TaskArguments arguments, string parameter)
        => parameter == TaskArguments.Machine ? new Doubt("The name of the state machine is not given.", NeedsStateMachineName: true)
            : arguments.IsComputed(parameter) ? $"{parameter} is computed when the state runs."
            : $"{parameter} is missing.";

    /// <summary>What both reach.</summary>
    public Reach And(Reach other)
    {
        var wider = IsTooWide || (Wildcard is not null && !other.IsTooWide) ? this : other;
        return new([.. Resources.Concat(other.Resources).Distinct(StringComparer.Ordinal)], wider.Wildcard, wider.IsNarrowest);
    }
}
