namespace Stepwise.Deployment.Plan;

/// <summary>A substitution whose value is supplied when the workflow is deployed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Description">The description of the value, or null if nothing is known of it.</param>
/// <param name="IsArn">Whether the value is known to be an ARN.</param>
internal sealed record PlannedSubstitution(string Key, string? Description, bool IsArn);
