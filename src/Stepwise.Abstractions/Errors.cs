namespace Stepwise;

/// <summary>Error names for <see cref="RetryAttribute"/> and <see cref="CatchAttribute"/>.</summary>
public static class Errors
{
    /// <summary>Every error that can be caught. It must stand alone and last.</summary>
    public const string All = "States.ALL";

    /// <summary>The task took longer than its timeout, or was silent for longer than its heartbeat.</summary>
    public const string Timeout = "States.Timeout";

    /// <summary>The task failed; every error but <see cref="Timeout"/>.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>The machine's role lacks a permission.</summary>
    public const string Permissions = "States.Permissions";

    /// <summary>A payload is larger than 256 KiB.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>The task was silent for longer than its heartbeat. AWS reports this as <see cref="Timeout"/>.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>An intrinsic function failed.</summary>
    public const string IntrinsicFailure = "States.IntrinsicFailure";

    /// <summary>A JSONata expression failed.</summary>
    public const string QueryEvaluationError = "States.QueryEvaluationError";

    /// <summary>The errors with which the Lambda service itself fails for a moment, all four of them; each becomes a name of its own in <c>ErrorEquals</c>.</summary>
    public const string LambdaTransient =
        "Lambda.ServiceException,Lambda.AWSLambdaException,Lambda.SdkClientException,Lambda.TooManyRequestsException";
}
