namespace Stepwise.Deployment.Manifest;

/// <summary>How executions are logged.</summary>
/// <param name="Level">ALL, ERROR, FATAL or OFF.</param>
/// <param name="IncludeExecutionData">Whether input and output of states are logged.</param>
/// <param name="RetentionDays">How long entries are kept; null where the workflow does not say.</param>
public sealed record ManifestLogging(string Level, bool IncludeExecutionData, int? RetentionDays);
