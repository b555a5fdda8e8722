using System.Globalization;

namespace Stepwise;

/// <summary>How long and how often EventBridge Scheduler retries the start of an execution; the field <c>RetryPolicy</c>.</summary>
/// <param name="MaximumEventAgeInSeconds">The time after the scheduled start during which it retries, in seconds, 60 to 86,400. Default: 3,600.</param>
/// <param name="MaximumRetryAttempts">The number of retries, 0 to 185. Default: 10.</param>
public sealed record ScheduleRetryPolicy(int MaximumEventAgeInSeconds = 3600, int MaximumRetryAttempts = 10)
{
    private readonly int _maximumEventAgeInSeconds = Within(MaximumEventAgeInSeconds, 60, 86_400, nameof(MaximumEventAgeInSeconds));
    private readonly int _maximumRetryAttempts = Within(MaximumRetryAttempts, 0, 185, nameof(MaximumRetryAttempts));

    /// <summary>The time after the scheduled start during which it retries, in seconds, 60 to 86,400. Default: 3,600.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 60 to 86,400.</exception>
    public int MaximumEventAgeInSeconds
    {
        get => _maximumEventAgeInSeconds;
        init => _maximumEventAgeInSeconds = Within(value, 60, 86_400, nameof(MaximumEventAgeInSeconds));
    }

    /// <summary>The number of retries, 0 to 185. Default: 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 185.</exception>
    public int MaximumRetryAttempts
    {
        get => _maximumRetryAttempts;
        init => _maximumRetryAttempts = Within(value, 0, 185, nameof(MaximumRetryAttempts));
    }

    private static int Within(int value, int minimum, int maximum, string name) => value >= minimum && value <= maximum
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be from {minimum} to {maximum:N0}."));
}
