namespace Stepwise;

/// <summary>Where an execution stands.</summary>
public enum WorkflowStatus
{
    /// <summary>A status that this version does not know.</summary>
    Unknown,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It reached its end.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It ran into the machine's timeout.</summary>
    TimedOut,

    /// <summary>It was stopped.</summary>
    Aborted,

    /// <summary>It failed inside a Distributed Map, and its redrive has not begun.</summary>
    PendingRedrive,
}
