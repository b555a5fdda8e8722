namespace Stepwise;

/// <summary>How long and how often EventBridge Scheduler tries to start an execution.</summary>
/// <param name="MaximumEventAgeInSeconds">For how long after the scheduled time, in seconds: 60 to 86,400.</param>
/// <param name="MaximumRetryAttempts">How often: 0 to 185.</param>
public sealed record ScheduleRetryPolicy(int MaximumEventAgeInSeconds = 3600, int MaximumRetryAttempts = 10);
