namespace Stepwise.Deployment.Plan;

/// <summary>The group of schedules of EventBridge Scheduler that start executions, and the schedules in it.</summary>
/// <param name="GroupName">The deployed name of the group.</param>
/// <param name="Role">The role with which EventBridge Scheduler starts executions.</param>
/// <param name="Schedules">The schedules that are deployed. The list is empty if all schedules are created at run time.</param>
/// <param name="Creator">The policy for roles that create schedules at run time, or null.</param>
/// <param name="Outputs">The outputs of group and role.</param>
internal sealed record PlannedSchedules(Template GroupName, PlannedRole Role, IReadOnlyList<PlannedSchedule> Schedules, PlannedCreatorPolicy? Creator, IReadOnlyList<PlannedOutput> Outputs);
