namespace Stepwise;

/// <summary>A Wait state: a constant number of seconds, or a body that returns a <see cref="TimeSpan"/> (<c>Seconds</c>) or a <see cref="DateTimeOffset"/> (<c>Timestamp</c>).</summary>
public sealed class WaitAttribute : TransitionAttribute
{
    /// <summary>The method's body computes how long, or until when.</summary>
    public WaitAttribute()
    {
    }

    /// <summary>Waits for a constant time.</summary>
    /// <param name="seconds">Seconds, 0 to 99,999,999; ASL's <c>Seconds</c>.</param>
    public WaitAttribute(int seconds) => Seconds = seconds;

    /// <summary>Seconds, where they are constant.</summary>
    public int Seconds { get; }
}
