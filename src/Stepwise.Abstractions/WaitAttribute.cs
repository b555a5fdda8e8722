namespace Stepwise;

/// <summary>Makes a method a Wait state. It waits a constant number of seconds, or its body returns a <see cref="TimeSpan"/> (ASL's <c>Seconds</c>) or a <see cref="DateTimeOffset"/>
/// (ASL's <c>Timestamp</c>).</summary>
/// <example><code>
/// [Wait(60, Next = nameof(CheckCampaignStatus))]
/// public static partial void MonitorProgress();
/// </code></example>
public sealed class WaitAttribute : TransitionAttribute
{
    /// <summary>Waits for the time, or until the time, that the method's body returns.</summary>
    public WaitAttribute()
    {
    }

    /// <summary>Waits for a constant time.</summary>
    /// <param name="seconds">The time in seconds, 0 to 99,999,999; ASL's <c>Seconds</c>.</param>
    public WaitAttribute(int seconds) => Seconds = seconds;

    /// <summary>The constant time in seconds; 0 if the method's body computes it.</summary>
    public int Seconds { get; }
}
