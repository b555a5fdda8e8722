namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>The names of the errors of Step Functions, and the errors that a name in <c>ErrorEquals</c> matches.</summary>
internal static class ErrorNames
{
    /// <summary>In <c>ErrorEquals</c>: every error that can be caught.</summary>
    public const string All = "States.ALL";

    /// <summary>In <c>ErrorEquals</c>: every error except timeouts.</summary>
    public const string TaskFailed = "States.TaskFailed";

    public const string Timeout = "States.Timeout";

    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    public const string DataLimitExceeded = "States.DataLimitExceeded";

    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";

    public const string IntrinsicFailure = "States.IntrinsicFailure";

    public const string ItemReaderFailed = "States.ItemReaderFailed";

    public const string Permissions = "States.Permissions";

    public const string QueryEvaluationError = "States.QueryEvaluationError";

    public const string ReferencePathConflict = "States.ReferencePathConflict";

    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    public const string ResultWriterFailed = "States.ResultWriterFailed";

    public const string Runtime = "States.Runtime";

    /// <summary>The names that begin with <c>States.</c> and have a meaning in Step Functions.</summary>
    public static readonly IReadOnlyList<string> Reserved =
    [
        All,
        "States.BranchFailed",
        DataLimitExceeded,
        ExceedToleratedFailureThreshold,
        HeartbeatTimeout,
        "States.Http.Socket",
        IntrinsicFailure,
        ItemReaderFailed,
        "States.NoChoiceMatched",
        "States.ParameterPathFailure",
        Permissions,
        QueryEvaluationError,
        ResultPathMatchFailure,
        ResultWriterFailed,
        Runtime,
        TaskFailed,
        Timeout,
    ];

    /// <summary>The transient errors of the Lambda service. AWS recommends to retry them.</summary>
    public static readonly IReadOnlyList<string> LambdaTransient =
        ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"];

    /// <summary>Whether one of the names in <c>ErrorEquals</c> matches an error.</summary>
    /// <param name="names">The names.</param>
    /// <param name="error">The error; null if it has no name.</param>
    public static bool Match(IReadOnlyList<string> names, string? error)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Matches(names[i], error))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string name, string? error) => name switch
    {
        All => true,
        TaskFailed => error is not (Timeout or HeartbeatTimeout),
        Timeout => error is Timeout or HeartbeatTimeout,
        _ => string.Equals(name, error, StringComparison.Ordinal),
    };
}
