namespace Stepwise.Local;

/// <summary>How a tested state ended.</summary>
public enum TestStateStatus
{
    /// <summary>The state has an output (<c>SUCCEEDED</c>).</summary>
    Succeeded,

    /// <summary>The state failed, and nothing retries or catches it (<c>FAILED</c>).</summary>
    Failed,

    /// <summary>The state failed, and would be retried (<c>RETRIABLE</c>).</summary>
    Retriable,

    /// <summary>The state failed, and the failure was caught (<c>CAUGHT_ERROR</c>).</summary>
    CaughtError,
}
