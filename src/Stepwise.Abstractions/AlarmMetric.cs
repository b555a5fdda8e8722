namespace Stepwise;

/// <summary>A CloudWatch metric of the machine's executions, in the namespace <c>AWS/States</c>.</summary>
public enum AlarmMetric
{
    /// <summary>The number of executions that failed.</summary>
    ExecutionsFailed,

    /// <summary>The number of executions that exceeded the machine's <c>TimeoutSeconds</c>.</summary>
    ExecutionsTimedOut,

    /// <summary>The number of executions that were stopped, in the console or by an API call.</summary>
    ExecutionsAborted,

    /// <summary>The number of state transitions that were throttled.</summary>
    ExecutionThrottled,

    /// <summary>The duration of an execution. AWS publishes it when the execution ends, so an execution that hangs shows only in <see cref="ExecutionsTimedOut"/>.</summary>
    ExecutionTime,
}
