namespace Stepwise.Deployment.Plan;

/// <summary>The log group of the machine.</summary>
/// <param name="NamePrefix">The text before the deployed machine's name, where no other name is set.</param>
/// <param name="Name">The log group's name; empty for the one that follows from <paramref name="NamePrefix"/>.</param>
/// <param name="RetentionDays">How long log entries are kept; 0 means without a limit.</param>
/// <param name="Level">The lowest level that is logged.</param>
/// <param name="IncludeExecutionData">Whether input and output of states are logged.</param>
/// <param name="Outputs">The outputs of the log group.</param>
internal sealed record PlannedLogGroup(
    string NamePrefix, PlannedSetting Name, PlannedSetting RetentionDays, PlannedSetting Level, PlannedSetting IncludeExecutionData, IReadOnlyList<PlannedOutput> Outputs);
