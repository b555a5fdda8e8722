using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Plan;

/// <summary>Writes a plan in a deployment language. Each part of the plan has an abstract method, so a writer that leaves out a part does not compile.</summary>
/// <param name="plan">The plan.</param>
internal abstract class PlanWriter(DeploymentPlan plan)
{
    protected DeploymentPlan Plan { get; } = plan;

    protected void AddAll()
    {
        AddResources(Plan.Resources);
        AddSubstitutions(Plan.Substitutions);
        AddDerived(Plan.Derived);
        AddStateMachine(Plan.Machine);
        if (Plan.Alarms.Count > 0)
        {
            AddAlarms(Plan.Alarms);
        }

        if (Plan.DeadLetters is { } queue)
        {
            AddDeadLetters(queue);
        }

        if (Plan.EventRules is { } rules)
        {
            AddEventRules(rules);
        }

        if (Plan.Schedules is { } schedules)
        {
            AddSchedules(schedules);
        }
    }

    protected abstract void AddResources(IReadOnlyList<PlannedResource> resources);

    protected abstract void AddSubstitutions(IReadOnlyList<PlannedSubstitution> substitutions);

    protected abstract void AddDerived(IReadOnlyList<DerivedSubstitution> derived);

    protected abstract void AddStateMachine(PlannedMachine machine);

    protected abstract void AddAlarms(IReadOnlyList<PlannedAlarm> alarms);

    protected abstract void AddDeadLetters(PlannedDeadLetters queue);

    protected abstract void AddEventRules(PlannedEventRules events);

    protected abstract void AddSchedules(PlannedSchedules schedules);
}
