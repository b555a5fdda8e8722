namespace Stepwise.Deployment.Plan;

/// <summary>A schedule of EventBridge Scheduler.</summary>
/// <param name="Id">Its name in the source.</param>
/// <param name="Name">Its deployed name.</param>
/// <param name="Expression">The rate, cron or at expression.</param>
/// <param name="TimeZone">The IANA name of the time zone.</param>
/// <param name="Enabled">Whether it starts executions.</param>
/// <param name="Target">What it starts.</param>
internal sealed record PlannedSchedule(string Id, Template Name, string Expression, string TimeZone, PlannedSetting Enabled, PlannedTarget Target);
