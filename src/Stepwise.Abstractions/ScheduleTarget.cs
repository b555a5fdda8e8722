namespace Stepwise;

/// <summary>What a dynamic schedule starts, and as whom: the outputs of the deployment of a workflow with <see cref="DynamicSchedulesAttribute"/>.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="RoleArn">The role that EventBridge Scheduler takes to start it.</param>
/// <param name="DeadLetterQueueArn">The SQS queue for starts that failed; null for none.</param>
public sealed record ScheduleTarget(string StateMachineArn, string RoleArn, string? DeadLetterQueueArn = null)
{
    /// <summary>The schedule group as it was deployed, where the deployment gave it another name than the attribute. Default: the attribute's.</summary>
    public string? GroupName { get; init; }
}
