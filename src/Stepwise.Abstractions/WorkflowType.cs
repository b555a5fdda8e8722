namespace Stepwise;

/// <summary>The type of a state machine.</summary>
public enum WorkflowType
{
    /// <summary>Executions are durable, run exactly once, take up to a year, and are billed per state transition. This is the default.</summary>
    Standard,

    /// <summary>Executions run at least once, take up to five minutes, are billed by time and memory, and cannot use <c>.sync</c> and <c>.waitForTaskToken</c>.</summary>
    Express,
}
