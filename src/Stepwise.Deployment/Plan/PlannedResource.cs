using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Plan;

/// <summary>A resource that the workflow uses, that its deployment does not create, and that a substitution names.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name in the source.</param>
/// <param name="Key">The key of the substitution, which ends with <c>Arn</c>, <c>Name</c> or <c>Url</c>.</param>
internal sealed record PlannedResource(ResourceKind Kind, string Name, string Key)
{
    /// <summary>The key without <c>Arn</c>, <c>Name</c> or <c>Url</c>. All substitutions of one resource have the same stem.</summary>
    public string Stem => Key.Substring(0, Key.Length - (Kind.IsName ? "Name" : "Arn").Length);

    /// <summary>The key of the ARN. A resource whose substitution is its name has no such key.</summary>
    public string ArnKey => Stem + "Arn";
}
