namespace Stepwise.Local;

/// <summary>How a tested state ended.</summary>
public enum TestStateStatus
{
    /// <summary>It came to an output (<c>SUCCEEDED</c>).</summary>
    Succeeded,

    /// <summary>It failed, and nothing retries or catches it (<c>FAILED</c>).</summary>
    Failed,

    /// <summary>It failed, and would be tried again (<c>RETRIABLE</c>).</summary>
    Retriable,

    /// <summary>It failed, and the failure was caught (<c>CAUGHT_ERROR</c>).</summary>
    CaughtError,
}
