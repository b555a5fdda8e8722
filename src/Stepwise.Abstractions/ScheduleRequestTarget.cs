namespace Stepwise;

/// <summary>The target of a schedule, as EventBridge Scheduler's CreateSchedule takes it.</summary>
/// <param name="Arn">The machine.</param>
/// <param name="RoleArn">The role that starts it.</param>
/// <param name="Input">The execution's input, JSON text.</param>
/// <param name="DeadLetterConfig">The queue for starts that failed; null for none.</param>
/// <param name="RetryPolicy">How long and how often a start is tried again.</param>
public sealed record ScheduleRequestTarget(
    string Arn,
    string RoleArn,
    string Input,
    ScheduleDeadLetterConfig? DeadLetterConfig,
    ScheduleRetryPolicy RetryPolicy);
