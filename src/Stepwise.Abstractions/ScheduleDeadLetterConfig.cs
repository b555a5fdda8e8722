namespace Stepwise;

/// <summary>The queue that receives starts that failed; <c>DeadLetterConfig</c> of CreateSchedule.</summary>
/// <param name="Arn">The ARN of the SQS queue.</param>
public sealed record ScheduleDeadLetterConfig(string Arn);
