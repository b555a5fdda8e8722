namespace Stepwise.Deployment.Plan;

/// <summary>The log group of the machine.</summary>
/// <param name="NamePrefix">The start of the default name. The deployed name of the machine follows it.</param>
/// <param name="Name">The log group's name, or an empty text for the default name.</param>
/// <param name="RetentionDays">How many days log entries are kept. 0 means no limit.</param>
/// <param name="Level">The lowest level that is logged.</param>
/// <param name="IncludeExecutionData">Whether input and output of states are logged.</param>
/// <param name="Outputs">The outputs of the log group.</param>
internal sealed record PlannedLogGroup(
    string NamePrefix, PlannedSetting Name, PlannedSetting RetentionDays, PlannedSetting Level, PlannedSetting IncludeExecutionData, IReadOnlyList<PlannedOutput> Outputs);
