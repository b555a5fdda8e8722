using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Plan;

/// <summary>Everything that the deployment of a workflow consists of, as data. Each deployment language has a <see cref="PlanWriter"/>, which writes it.</summary>
internal sealed record DeploymentPlan
{
    /// <summary>The workflow's name, without the project's name before it.</summary>
    public required string Name { get; init; }

    /// <summary>The documentation of the workflow, or null.</summary>
    public required string? Summary { get; init; }

    /// <summary>The length of the longest project name with which every name still fits, without the hyphen after it.</summary>
    public required int ProjectNameLimit { get; init; }

    /// <summary>The keys that a <see cref="Template"/> of the plan may name.</summary>
    public required ICollection<string> Keys { get; init; }

    /// <summary>The functions, topics, tables and other resources that the workflow uses.</summary>
    public required IReadOnlyList<PlannedResource> Resources { get; init; }

    /// <summary>The other substitutions whose values are supplied when the workflow is deployed, ordered by key.</summary>
    public required IReadOnlyList<PlannedSubstitution> Substitutions { get; init; }

    /// <summary>The substitutions whose values are parts of other values.</summary>
    public required IReadOnlyList<DerivedSubstitution> Derived { get; init; }

    /// <summary>The state machine with its role and its log group.</summary>
    public required PlannedMachine Machine { get; init; }

    /// <summary>The alarms on the machine.</summary>
    public required IReadOnlyList<PlannedAlarm> Alarms { get; init; }

    /// <summary>The queue for events that could not start an execution, or null if there are no event rules and no schedules.</summary>
    public required PlannedDeadLetters? DeadLetters { get; init; }

    /// <summary>The rules of EventBridge that start executions, or null.</summary>
    public required PlannedEventRules? EventRules { get; init; }

    /// <summary>The schedules that start executions, or null.</summary>
    public required PlannedSchedules? Schedules { get; init; }

    /// <summary>Plans the deployment of a workflow.</summary>
    /// <param name="source">The workflow's compiled files.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="Json.JsonSyntaxException">A policy is not JSON.</exception>
    /// <exception cref="FormatException">A policy is not an IAM policy document.</exception>
    public static DeploymentPlan From(WorkflowSource source) => new PlanBuilder(source).Build();
}
