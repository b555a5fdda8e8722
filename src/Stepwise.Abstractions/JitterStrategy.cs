namespace Stepwise;

/// <summary>Whether the delays of a <see cref="RetryAttribute"/> are randomized; ASL's <c>JitterStrategy</c>.</summary>
public enum JitterStrategy
{
    /// <summary>Each delay is exactly what interval and backoff rate give. This is the default.</summary>
    None,

    /// <summary>Each delay is random, between zero and what interval and backoff rate give.</summary>
    Full,
}
