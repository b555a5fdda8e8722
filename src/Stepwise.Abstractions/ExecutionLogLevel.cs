namespace Stepwise;

/// <summary>Which events of an execution go to CloudWatch Logs; the machine's logging configuration, <c>level</c>.</summary>
public enum ExecutionLogLevel
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Errors.</summary>
    Error,

    /// <summary>Only what ends an execution.</summary>
    Fatal,

    /// <summary>Every event.</summary>
    All,
}
