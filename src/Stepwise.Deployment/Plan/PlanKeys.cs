using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Plan;

/// <summary>
/// The keys of values that are known only when the workflow is deployed. Each writer has one expression for each key.
/// Keys with a colon belong to the plan. A key in a definition or a policy has only letters and digits, so no text of a user can name them.
/// </summary>
internal static class PlanKeys
{
    public const string Partition = DeploymentKey.Partition;
    public const string Region = DeploymentKey.Region;
    public const string AccountId = DeploymentKey.AccountId;

    /// <summary>The deployed name of the machine, as a definition refers to it.</summary>
    public const string StateMachineName = "StateMachineName";

    /// <summary>The deployed name of the machine, computed from the project's name. It does not depend on the machine's resource, so the machine's role can use it.</summary>
    public const string Name = ":name";

    /// <summary>The project's name and a hyphen, or an empty text if the project has no name.</summary>
    public const string Prefix = ":prefix";

    public const string MachineArn = ":machine.arn";
    public const string MachineName = ":machine.name";
    public const string MachineRoleArn = ":machine-role.arn";
    public const string MachineRoleName = ":machine-role.name";
    public const string VersionArn = ":version.arn";
    public const string AliasArn = ":alias.arn";
    public const string LogGroupName = ":log-group.name";
    public const string LogGroupArn = ":log-group.arn";
    public const string DeadLettersArn = ":dead-letters.arn";
    public const string DeadLettersUrl = ":dead-letters.url";
    public const string EventsRoleArn = ":events-role.arn";

    /// <summary>The pattern of the ARNs of all event rules in the account and region.</summary>
    public const string AnyEventRule = ":event-rules";

    public const string ScheduleGroupName = ":schedule-group.name";
    public const string ScheduleGroupArn = ":schedule-group.arn";

    /// <summary>The pattern of the ARNs of all schedules in the group.</summary>
    public const string AnySchedule = ":schedules";

    public const string SchedulerRoleArn = ":scheduler-role.arn";
    public const string ScheduleCreatorArn = ":schedule-creator.arn";

    /// <summary>The keys that a definition, a policy or an input may name without declaring them.</summary>
    public static IReadOnlyList<string> Predefined { get; } = [Partition, Region, AccountId, StateMachineName];

    /// <summary>The ARN of an event rule.</summary>
    /// <param name="rule">The rule's name in the source.</param>
    public static string EventRuleArn(string rule) => ":event-rule/" + rule;
}
