namespace Stepwise;

/// <summary>Retries a task; one retrier of ASL's <c>Retry</c>. Several may stand on one member, and the first that matches applies. The definition gets only the fields that the attribute sets.</summary>
/// <remarks>On a class it is the default of every task. On a method it replaces all retriers of the class.</remarks>
/// <example><code>
/// [Retry(Errors.LambdaTransient, IntervalSeconds = 1, MaxAttempts = 5, BackoffRate = 2)]
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>Retries after errors by name.</summary>
    /// <param name="errors">The error names, such as those of <see cref="Stepwise.Errors"/>; ASL's <c>ErrorEquals</c>. Without a name it retries after <c>States.ALL</c>.</param>
    public RetryAttribute(params string[] errors) => Errors = errors;

    /// <summary>The error names; ASL's <c>ErrorEquals</c>. Empty stands for <c>States.ALL</c>.</summary>
    public string[] Errors { get; }

    /// <summary>The delay before the first retry in seconds, 1 to 99,999,999; ASL's <c>IntervalSeconds</c>. If it is not set, AWS uses 1.</summary>
    public int IntervalSeconds { get; set; }

    /// <summary>The number of retries, 0 to 99,999,999; ASL's <c>MaxAttempts</c>. 0 means that the errors are not retried. If it is not set, AWS uses 3.</summary>
    public int MaxAttempts { get; set; }

    /// <summary>The factor by which the delay grows at each retry, at least 1.0; ASL's <c>BackoffRate</c>. If it is not set, AWS uses 2.0.</summary>
    public double BackoffRate { get; set; }

    /// <summary>The longest delay in seconds, larger than <see cref="IntervalSeconds"/>; ASL's <c>MaxDelaySeconds</c>. If it is not set, delays are not limited.</summary>
    public int MaxDelaySeconds { get; set; }

    /// <summary>Whether delays are randomized; ASL's <c>JitterStrategy</c>. Default: <see cref="JitterStrategy.None"/>.</summary>
    public JitterStrategy Jitter { get; set; }
}
