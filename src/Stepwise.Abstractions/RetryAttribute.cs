namespace Stepwise;

/// <summary>Retries a task; one retrier of ASL's <c>Retry</c>. On the class it is the default of every task; on a method it replaces the class's whole. Only what is written is emitted.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>Names the errors.</summary>
    /// <param name="errors">ASL's <c>ErrorEquals</c>, see <see cref="Stepwise.Errors"/>. None: <c>States.ALL</c>.</param>
    public RetryAttribute(params string[] errors) => Errors = errors;

    /// <summary>ASL's <c>ErrorEquals</c>.</summary>
    public string[] Errors { get; }

    /// <summary>Seconds before the first retry; ASL's <c>IntervalSeconds</c>. Default: AWS's, 1.</summary>
    public int IntervalSeconds { get; set; }

    /// <summary>How many retries; ASL's <c>MaxAttempts</c>. Default: AWS's, 3. 0: never.</summary>
    public int MaxAttempts { get; set; }

    /// <summary>By what the delay grows at each retry, at least 1.0; ASL's <c>BackoffRate</c>. Default: AWS's, 2.0.</summary>
    public double BackoffRate { get; set; }

    /// <summary>The longest delay in seconds, larger than the interval; ASL's <c>MaxDelaySeconds</c>. Default: none.</summary>
    public int MaxDelaySeconds { get; set; }

    /// <summary>Whether the delays are spread; ASL's <c>JitterStrategy</c>. Default: <see cref="JitterStrategy.None"/>.</summary>
    public JitterStrategy Jitter { get; set; }
}
