namespace Stepwise;

/// <summary>Extension methods of <see cref="WorkflowStatus"/>.</summary>
public static class WorkflowStatusExtensions
{
    /// <summary>Gets the name that AWS uses for a status, as in <c>DescribeExecution</c>.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The name, such as <c>TIMED_OUT</c>; <c>UNKNOWN</c>, which AWS does not have, for a status that this version does not know.</returns>
    public static string ToWireName(this WorkflowStatus status) => status switch
    {
        WorkflowStatus.Running => "RUNNING",
        WorkflowStatus.Succeeded => "SUCCEEDED",
        WorkflowStatus.Failed => "FAILED",
        WorkflowStatus.TimedOut => "TIMED_OUT",
        WorkflowStatus.Aborted => "ABORTED",
        WorkflowStatus.PendingRedrive => "PENDING_REDRIVE",
        _ => "UNKNOWN",
    };
}
