namespace Stepwise;

/// <summary>An execution on AWS closed without an output: it failed, timed out or was stopped.</summary>
public sealed class WorkflowExecutionException : Exception
{
    /// <summary>Describes an execution that closed without an output.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="status">How it closed.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The error's cause.</param>
    public WorkflowExecutionException(string executionArn, WorkflowStatus status, string? error, string? cause)
        : base(Text(executionArn, status, error, cause))
    {
        ExecutionArn = executionArn;
        Status = status;
        Error = error;
        Cause = cause;
    }

    /// <summary>The execution.</summary>
    public string ExecutionArn { get; }

    /// <summary>How it closed.</summary>
    public WorkflowStatus Status { get; }

    /// <summary>The error's name, such as <c>CampaignFailed</c> or <c>States.Timeout</c>.</summary>
    public string? Error { get; }

    /// <summary>The error's cause.</summary>
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
