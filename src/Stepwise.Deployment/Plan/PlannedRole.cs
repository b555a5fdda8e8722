namespace Stepwise.Deployment.Plan;

/// <summary>A role with its inline policy.</summary>
/// <param name="Description">Its description.</param>
/// <param name="PolicyName">The name of the inline policy.</param>
/// <param name="Trust">The statements that say who may assume it.</param>
/// <param name="Grants">The statements of the inline policy.</param>
internal sealed record PlannedRole(Template Description, string PolicyName, IReadOnlyList<PlannedStatement> Trust, IReadOnlyList<PlannedStatement> Grants)
{
    /// <summary>Whether the role has a policy. A machine that calls nothing needs no permission, and IAM refuses a policy without statements.</summary>
    public bool HasPolicy => Grants.Count > 0;
}
