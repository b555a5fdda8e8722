namespace Stepwise;

/// <summary>The status of an execution, on AWS or executed locally.</summary>
public enum WorkflowStatus
{
    /// <summary>AWS returned a status that this version does not know.</summary>
    Unknown,

    /// <summary>The execution has not ended; <c>RUNNING</c>.</summary>
    Running,

    /// <summary>The execution ended with an output; <c>SUCCEEDED</c>.</summary>
    Succeeded,

    /// <summary>The execution ended with an error; <c>FAILED</c>.</summary>
    Failed,

    /// <summary>The execution exceeded the machine's timeout; <c>TIMED_OUT</c>.</summary>
    TimedOut,

    /// <summary>The execution was stopped; <c>ABORTED</c>.</summary>
    Aborted,

    /// <summary>A child execution of a Distributed Map failed and waits for its redrive; <c>PENDING_REDRIVE</c>.</summary>
    PendingRedrive,
}
