using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise;

/// <summary>Error names for <see cref="RetryAttribute"/> and <see cref="CatchAttribute"/>.</summary>
public static class Errors
{
    /// <summary>Matches every error that can be caught. It must be the only name of its retrier or catcher, and that must be the last one.</summary>
    public const string All = ErrorNames.All;

    /// <summary>The task exceeded its timeout, or sent no heartbeat in time.</summary>
    public const string Timeout = ErrorNames.Timeout;

    /// <summary>Matches every error of the task except <see cref="Timeout"/>.</summary>
    public const string TaskFailed = ErrorNames.TaskFailed;

    /// <summary>The machine's role lacks a permission that the state needs.</summary>
    public const string Permissions = ErrorNames.Permissions;

    /// <summary>A payload exceeds 256 KiB.</summary>
    public const string DataLimitExceeded = ErrorNames.DataLimitExceeded;

    /// <summary>The task sent no heartbeat in time. AWS reports <see cref="Timeout"/> instead, so catch that.</summary>
    public const string HeartbeatTimeout = ErrorNames.HeartbeatTimeout;

    /// <summary>An intrinsic function failed.</summary>
    public const string IntrinsicFailure = ErrorNames.IntrinsicFailure;

    /// <summary>A JSONata expression failed.</summary>
    public const string QueryEvaluationError = ErrorNames.QueryEvaluationError;

    /// <summary>The four transient errors of the Lambda service. Each becomes its own name in <c>ErrorEquals</c>.</summary>
    public const string LambdaTransient =
        "Lambda.ServiceException,Lambda.AWSLambdaException,Lambda.SdkClientException,Lambda.TooManyRequestsException";
}
