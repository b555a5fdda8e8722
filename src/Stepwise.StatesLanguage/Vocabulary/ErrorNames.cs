namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>The error names of the States Language that Step Functions itself gives.</summary>
internal static class ErrorNames
{
    public const string All = "States.ALL";

    public static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        All,
        "States.BranchFailed",
        "States.DataLimitExceeded",
        "States.ExceedToleratedFailureThreshold",
        "States.HeartbeatTimeout",
        "States.Http.Socket",
        "States.IntrinsicFailure",
        "States.ItemReaderFailed",
        "States.NoChoiceMatched",
        "States.ParameterPathFailure",
        "States.Permissions",
        "States.QueryEvaluationError",
        "States.ResultPathMatchFailure",
        "States.ResultWriterFailed",
        "States.Runtime",
        "States.TaskFailed",
        "States.Timeout",
    };
}
