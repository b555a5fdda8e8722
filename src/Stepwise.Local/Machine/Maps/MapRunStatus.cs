namespace Stepwise.Local;

/// <summary>Where a map run stands.</summary>
public enum MapRunStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It processed its items, of which no more failed than it tolerates.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was ended with its execution.</summary>
    Aborted,
}
