namespace Stepwise;

/// <summary>Selects the events of an execution that CloudWatch Logs receives; <c>level</c> of the machine's logging configuration.</summary>
public enum ExecutionLogLevel
{
    /// <summary>Logs nothing.</summary>
    Off,

    /// <summary>Logs errors.</summary>
    Error,

    /// <summary>Logs only the errors that end an execution.</summary>
    Fatal,

    /// <summary>Logs every event.</summary>
    All,
}
