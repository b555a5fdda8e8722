using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>Counts the retries of one visit for each retrier, and decides when to try again.</summary>
internal sealed class Retrying
{
    private readonly IReadOnlyList<Retrier> _retriers;
    private readonly Random _random;
    private readonly int[] _counts;

    public Retrying(IReadOnlyList<Retrier>? retriers, Random random, int earlier = 0)
    {
        _retriers = retriers ?? [];
        _random = random;
        _counts = new int[_retriers.Count];
        Array.Fill(_counts, earlier);
    }

    /// <summary>Decides whether and when to try again.</summary>
    /// <param name="error">The error's name, or null if the error has no name.</param>
    /// <param name="index">The index of the retrier that matches, or -1 if no retrier matches.</param>
    /// <param name="delay">How long to wait.</param>
    /// <returns>Whether to try again.</returns>
    public bool TryNext(string? error, out int index, out TimeSpan delay)
    {
        delay = TimeSpan.Zero;
        for (index = 0; index < _counts.Length; index++)
        {
            var retrier = _retriers[index];
            if (ErrorNames.Match(retrier.ErrorEquals, error))
            {
                if (_counts[index] >= (retrier.MaxAttempts ?? Retrier.DefaultMaxAttempts))
                {
                    return false;
                }

                delay = Delay(retrier, _counts[index]++, _random);
                return true;
            }
        }

        index = -1;
        return false;
    }

    /// <summary>How long to wait before a retry.</summary>
    /// <param name="retrier">The retrier.</param>
    /// <param name="earlier">How often the retrier has retried.</param>
    /// <param name="random">The source of jitter.</param>
    /// <returns>The delay.</returns>
    public static TimeSpan Delay(Retrier retrier, int earlier, Random random)
    {
        var seconds = (retrier.IntervalSeconds ?? Retrier.DefaultIntervalSeconds) * Math.Pow(retrier.BackoffRate ?? Retrier.DefaultBackoffRate, earlier);
        seconds = Math.Min(seconds, retrier.MaxDelaySeconds ?? Limits.Seconds);
        if (retrier.JitterStrategy == "FULL")
        {
            seconds *= random.NextDouble();
        }

        return TimeSpan.FromSeconds(seconds);
    }
}
