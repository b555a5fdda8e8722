namespace Stepwise;

/// <summary>Thrown when an execution on AWS ended without an output: it failed, timed out or was stopped.</summary>
public sealed class WorkflowExecutionException : Exception
{
    /// <summary>Creates the exception for an execution that ended without an output.</summary>
    /// <param name="executionArn">The execution's ARN.</param>
    /// <param name="status">The execution's status.</param>
    /// <param name="error">The error's name; null if AWS gives none.</param>
    /// <param name="cause">The error's cause; null if AWS gives none.</param>
    public WorkflowExecutionException(string executionArn, WorkflowStatus status, string? error, string? cause)
        : base(Text(executionArn, status, error, cause))
    {
        ExecutionArn = executionArn;
        Status = status;
        Error = error;
        Cause = cause;
    }

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn { get; }

    /// <summary>The execution's status.</summary>
    public WorkflowStatus Status { get; }

    /// <summary>The error's name, such as <c>CampaignFailed</c> or <c>States.Timeout</c>; null if AWS gives none.</summary>
    public string? Error { get; }

    /// <summary>The error's cause; null if AWS gives none.</summary>
    public string? Cause { get; }

    private static string Text(string executionArn, WorkflowStatus status, string? error, string? cause)
    {
        var how = status switch
        {
            WorkflowStatus.TimedOut => "timed out",
            WorkflowStatus.Aborted => "was stopped",
            _ => "failed",
        };
        return $"The execution {executionArn} {how}" + (error is null ? "" : $" with {error}") + (string.IsNullOrEmpty(cause) ? "." : $": {cause}");
    }
}
