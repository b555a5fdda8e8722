namespace Stepwise.StatesLanguage;

/// <summary>When and how often a failed state is tried again (an element of ASL <c>Retry</c>).</summary>
public sealed record Retrier
{
    /// <summary>ASL <c>Comment</c>, a user's text; null when absent.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>ErrorEquals</c>: the names of the errors that this applies to.</summary>
    public required IReadOnlyList<string> ErrorEquals { get; init; }

    /// <summary>ASL <c>IntervalSeconds</c>: seconds before the first new try; null when absent, which means 1.</summary>
    public int? IntervalSeconds { get; init; }

    /// <summary>ASL <c>MaxAttempts</c>: the number of new tries; null when absent, which means 3.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>ASL <c>BackoffRate</c>: the factor by which the interval grows; null when absent, which means 2.</summary>
    public double? BackoffRate { get; init; }

    /// <summary>ASL <c>MaxDelaySeconds</c>: the longest interval in seconds; null when absent, which means none.</summary>
    public int? MaxDelaySeconds { get; init; }

    /// <summary>ASL <c>JitterStrategy</c>: <c>FULL</c> or <c>NONE</c>; null when absent, which means <c>NONE</c>.</summary>
    public string? JitterStrategy { get; init; }
}
