namespace Stepwise.StatesLanguage;

/// <summary>A retrier: how often and when a failed state is retried (an element of ASL <c>Retry</c>).</summary>
public sealed record Retrier
{
    internal const int DefaultMaxAttempts = 3;
    internal const int DefaultIntervalSeconds = 1;
    internal const double DefaultBackoffRate = 2;

    /// <summary>ASL <c>Comment</c>; null when absent. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>ErrorEquals</c>: the names of the errors to which the retrier applies.</summary>
    public required IReadOnlyList<string> ErrorEquals { get; init; }

    /// <summary>ASL <c>IntervalSeconds</c>: the interval before the first retry, in seconds; null when absent, which means 1.</summary>
    public int? IntervalSeconds { get; init; }

    /// <summary>ASL <c>MaxAttempts</c>: the greatest number of retries; null when absent, which means 3.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>ASL <c>BackoffRate</c>: the factor by which the interval grows with each retry; null when absent, which means 2.</summary>
    public double? BackoffRate { get; init; }

    /// <summary>ASL <c>MaxDelaySeconds</c>: the longest interval, in seconds; null when absent, which means no limit.</summary>
    public int? MaxDelaySeconds { get; init; }

    /// <summary>ASL <c>JitterStrategy</c>: <c>FULL</c> to make intervals random, or <c>NONE</c>; null when absent, which means <c>NONE</c>.</summary>
    public string? JitterStrategy { get; init; }
}
