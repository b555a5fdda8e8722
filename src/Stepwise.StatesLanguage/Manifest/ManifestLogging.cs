namespace Stepwise.StatesLanguage.Manifest;

/// <summary>How executions are logged.</summary>
/// <param name="Level">ALL, ERROR, FATAL or OFF.</param>
/// <param name="IncludeExecutionData">Whether input and output of states are logged.</param>
/// <param name="RetentionDays">How long entries are kept, 0 for ever; null where the workflow does not say.</param>
/// <param name="LogGroupPrefix">The text before the deployed machine's name in the log group's name; null for <see cref="DefaultLogGroupPrefix"/>.</param>
internal sealed record ManifestLogging(string Level, bool IncludeExecutionData, int? RetentionDays, string? LogGroupPrefix = null)
{
    /// <summary>Under it, log groups do not use up the size of CloudWatch's resource policy.</summary>
    public const string DefaultLogGroupPrefix = "/aws/vendedlogs/states/";

    /// <summary>The text before the deployed machine's name in the log group's name.</summary>
    public string Prefix => LogGroupPrefix ?? DefaultLogGroupPrefix;
}
