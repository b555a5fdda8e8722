namespace Stepwise.Deployment.Plan;

/// <summary>A substitution whose value is supplied when the workflow is deployed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ArnDescription">The description of the value, if the value is known to be an ARN; otherwise null.</param>
internal sealed record PlannedSubstitution(string Key, string? ArnDescription);
