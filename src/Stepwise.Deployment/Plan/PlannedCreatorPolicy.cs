namespace Stepwise.Deployment.Plan;

/// <summary>A managed policy for roles that create schedules at run time.</summary>
/// <param name="Description">Its description.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Output">The output of its ARN.</param>
internal sealed record PlannedCreatorPolicy(Template Description, IReadOnlyList<PlannedStatement> Statements, PlannedOutput Output);
