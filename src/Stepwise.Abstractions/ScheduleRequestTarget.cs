namespace Stepwise;

/// <summary>The target of a schedule; <c>Target</c> of EventBridge Scheduler's CreateSchedule.</summary>
/// <param name="Arn">The ARN of the state machine.</param>
/// <param name="RoleArn">The ARN of the role that starts the machine.</param>
/// <param name="Input">The execution's input, JSON text.</param>
/// <param name="DeadLetterConfig">The queue that receives starts that failed; null for none.</param>
/// <param name="RetryPolicy">How long and how often the scheduler retries a start.</param>
public sealed record ScheduleRequestTarget(
    string Arn,
    string RoleArn,
    string Input,
    ScheduleDeadLetterConfig? DeadLetterConfig,
    ScheduleRetryPolicy RetryPolicy);
