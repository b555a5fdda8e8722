namespace Stepwise;

/// <summary>What a schedule starts, and with which role. The values are outputs of the deployment of a workflow with <see cref="DynamicSchedulesAttribute"/>.</summary>
/// <param name="StateMachineArn">The ARN of the state machine.</param>
/// <param name="RoleArn">The ARN of the role that EventBridge Scheduler assumes to start the machine.</param>
/// <param name="DeadLetterQueueArn">The ARN of the SQS queue that receives starts that failed; null for none.</param>
public sealed record ScheduleTarget(string StateMachineArn, string RoleArn, string? DeadLetterQueueArn = null)
{
    /// <summary>The name of the schedule group, if the deployment gave it another name than the attribute. Default: null, the attribute's name.</summary>
    public string? GroupName { get; init; }
}
