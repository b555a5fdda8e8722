namespace Stepwise.StatesLanguage.Permissions;

/// <summary>IAM actions that an integration needs, and the resources on which it needs them.</summary>
/// <param name="Integration">The service and the action, such as <c>sns:publish</c>.</param>
/// <param name="Patterns">The patterns that need the actions; null means all.</param>
/// <param name="Sid">The name of the statement: letters and digits.</param>
/// <param name="Actions">The IAM actions; empty if the integration needs no permission.</param>
/// <param name="Target">The resources.</param>
/// <param name="Conditions">The conditions of the statement, whose values are templates; null means no conditions.</param>
internal sealed record IntegrationGrant(
    string Integration,
    IReadOnlyList<TaskPattern>? Patterns,
    string Sid,
    IReadOnlyList<string> Actions,
    Target Target,
    IReadOnlyList<PolicyCondition>? Conditions = null)
{
    /// <summary>All patterns.</summary>
    public const IReadOnlyList<TaskPattern>? Always = null;

    /// <summary>The patterns that wait for a job.</summary>
    public static readonly IReadOnlyList<TaskPattern> Job = [TaskPattern.RunJob, TaskPattern.RunJobVersion2];

    /// <summary>The EventBridge rule that tells Step Functions that a job has ended.</summary>
    public static IntegrationGrant Watch(string integration, string rule)
        => new(integration, Job, "WatchJobs", ["events:DescribeRule", "events:PutRule", "events:PutTargets"], Target.Rule(rule));

    /// <summary>A role that a task passes to a service.</summary>
    public static IntegrationGrant Pass(string integration, string? service, string role) => Pass(integration, service, Target.Of(role));

    /// <summary>Roles that a task passes to a service.</summary>
    public static IntegrationGrant Pass(string integration, string? service, Target roles)
        => new(integration, Always, "PassRoles", ["iam:PassRole"], roles, service is null ? null : [new(service.EndsWith("*", StringComparison.Ordinal) ? "StringLike" : "StringEquals", "iam:PassedToService", service)]);

    public bool AppliesTo(TaskResource resource) => Patterns is null || Patterns.Contains(resource.Pattern);
}
