namespace Stepwise.Deployment.Plan;

/// <summary>A function, topic or queue that the workflow uses and that a substitution names.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name in the source.</param>
/// <param name="Key">The key of the substitution, which ends with <c>Arn</c> or <c>Url</c>.</param>
internal sealed record PlannedResource(DeployedKind Kind, string Name, string Key)
{
    /// <summary>Whether the value of the substitution is the URL. Otherwise it is the ARN.</summary>
    public bool IsUrl => Key.EndsWith("Url", StringComparison.Ordinal);

    /// <summary>The key without <c>Arn</c> or <c>Url</c>. All substitutions of one resource have the same stem.</summary>
    public string Stem => IsUrl || Key.EndsWith("Arn", StringComparison.Ordinal) ? Key.Substring(0, Key.Length - "Arn".Length) : Key;
}
