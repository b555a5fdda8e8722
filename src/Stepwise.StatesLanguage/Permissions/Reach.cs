namespace Stepwise.StatesLanguage.Permissions;

/// <summary>What a task can reach.</summary>
/// <param name="Resources">The resources, as IAM names them.</param>
/// <param name="WildcardReason">Why the resources are wider than they would have to be; null when they are not.</param>
internal sealed record Reach(IReadOnlyList<string> Resources, string? WildcardReason)
{
    public static Reach Of(params string[] resources) => new(resources, null);

    public static Reach Everything(string reason) => new(["*"], reason);

    /// <summary>The resource whose ARN a parameter holds.</summary>
    public static Reach Arn(TaskArguments arguments, string parameter)
    {
        if (arguments.Text(parameter) is { Length: > 0 } arn)
        {
            return Of(arn);
        }

        return Everything(arguments.IsComputed(parameter) ? $"{parameter} is computed when the state runs." : $"{parameter} is missing.");
    }
}
