namespace Stepwise;

/// <summary>A metric of the machine's executions in CloudWatch, namespace <c>AWS/States</c>.</summary>
public enum AlarmMetric
{
    /// <summary>Executions that failed, counted.</summary>
    ExecutionsFailed,

    /// <summary>Executions that ran into the machine's <c>TimeoutSeconds</c>, counted.</summary>
    ExecutionsTimedOut,

    /// <summary>Executions that were stopped by hand or by an API call, counted.</summary>
    ExecutionsAborted,

    /// <summary>State transitions that were throttled, counted.</summary>
    ExecutionThrottled,

    /// <summary>How long an execution took. It is published when the execution closes: one that hangs shows only in <see cref="ExecutionsTimedOut"/>.</summary>
    ExecutionTime,
}
