namespace Stepwise.Local.Machine.Maps;

/// <summary>The status of a map run. The whole object is replaced at each change, so that every thread reads the status and the times of one moment.</summary>
/// <param name="Status">The status.</param>
/// <param name="StoppedAt">When it ended, on its clock; null while it runs.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedrivenAt">When it was redriven last; null if it never was.</param>
internal sealed record MapRunProgress(MapRunStatus Status, DateTimeOffset? StoppedAt = null, int RedriveCount = 0, DateTimeOffset? RedrivenAt = null);
