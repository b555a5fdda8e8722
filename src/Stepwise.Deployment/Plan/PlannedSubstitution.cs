namespace Stepwise.Deployment.Plan;

/// <summary>A substitution whose value is supplied when the workflow is deployed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ArnDescription">What its value, an ARN, is; null if nothing is known of the value.</param>
internal sealed record PlannedSubstitution(string Key, string? ArnDescription);
