namespace Stepwise;

/// <summary>Whether the delays of a <see cref="RetryAttribute"/> are spread at random; ASL's <c>JitterStrategy</c>.</summary>
public enum JitterStrategy
{
    /// <summary>Each delay is exactly what interval and backoff give. The default.</summary>
    None,

    /// <summary>Each delay is random between zero and what interval and backoff give.</summary>
    Full,
}
