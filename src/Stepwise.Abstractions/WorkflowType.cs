namespace Stepwise;

/// <summary>How Step Functions runs the machine.</summary>
public enum WorkflowType
{
    /// <summary>Durable, exactly once, up to a year; billed per state transition. The default.</summary>
    Standard,

    /// <summary>At least once, up to five minutes; no <c>.sync</c> and no <c>.waitForTaskToken</c>; billed by time and memory.</summary>
    Express,
}
