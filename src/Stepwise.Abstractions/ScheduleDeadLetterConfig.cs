namespace Stepwise;

/// <summary>The queue for starts that failed.</summary>
/// <param name="Arn">The SQS queue.</param>
public sealed record ScheduleDeadLetterConfig(string Arn);
