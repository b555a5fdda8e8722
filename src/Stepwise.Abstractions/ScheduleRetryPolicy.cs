using System.Globalization;

namespace Stepwise;

/// <summary>How long and how often EventBridge Scheduler tries to start an execution.</summary>
/// <param name="MaximumEventAgeInSeconds">For how long after the scheduled time, in seconds: 60 to 86,400.</param>
/// <param name="MaximumRetryAttempts">How often: 0 to 185.</param>
public sealed record ScheduleRetryPolicy(int MaximumEventAgeInSeconds = 3600, int MaximumRetryAttempts = 10)
{
    private readonly int maximumEventAgeInSeconds = Within(MaximumEventAgeInSeconds, 60, 86_400, nameof(MaximumEventAgeInSeconds));
    private readonly int maximumRetryAttempts = Within(MaximumRetryAttempts, 0, 185, nameof(MaximumRetryAttempts));

    /// <summary>For how long after the scheduled time, in seconds: 60 to 86,400.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 60 to 86,400.</exception>
    public int MaximumEventAgeInSeconds
    {
        get => maximumEventAgeInSeconds;
        init => maximumEventAgeInSeconds = Within(value, 60, 86_400, nameof(MaximumEventAgeInSeconds));
    }

    /// <summary>How often: 0 to 185.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 0 to 185.</exception>
    public int MaximumRetryAttempts
    {
        get => maximumRetryAttempts;
        init => maximumRetryAttempts = Within(value, 0, 185, nameof(MaximumRetryAttempts));
    }

    private static int Within(int value, int minimum, int maximum, string name) => value >= minimum && value <= maximum
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {minimum} to {maximum:N0}."));
}
