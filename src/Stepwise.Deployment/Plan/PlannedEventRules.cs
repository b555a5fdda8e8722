namespace Stepwise.Deployment.Plan;

/// <summary>The rules of EventBridge that start executions.</summary>
/// <param name="Role">The role with which EventBridge starts executions.</param>
/// <param name="Rules">The rules; at least one.</param>
/// <param name="DeadLetters">The statement of the dead-letter queue's policy that lets the rules send to it.</param>
/// <param name="Outputs">The outputs. The writers add the ARN of each rule.</param>
internal sealed record PlannedEventRules(PlannedRole Role, IReadOnlyList<PlannedEventRule> Rules, PlannedStatement DeadLetters, IReadOnlyList<PlannedOutput> Outputs);
