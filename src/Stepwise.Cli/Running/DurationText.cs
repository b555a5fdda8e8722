using System.Globalization;

namespace Stepwise.Cli.Running;

/// <summary>How long something took, for people.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration) => duration switch
    {
        _ when duration < TimeSpan.FromSeconds(1) => duration == TimeSpan.Zero ? "0 s" : duration < TimeSpan.FromMilliseconds(1) ? "under 1 ms" : Number(duration.TotalMilliseconds, "0") + " ms",
        _ when duration < TimeSpan.FromMinutes(1) => Number(duration.TotalSeconds, "0.###") + " s",
        _ when duration < TimeSpan.FromHours(1) => Two(duration.Minutes, "min", duration.Seconds, "s"),
        _ when duration < TimeSpan.FromDays(1) => Two(duration.Hours, "h", duration.Minutes, "min"),
        _ => Two(duration.Days, "d", duration.Hours, "h"),
    };

    /// <summary>The shortest and the longest of several.</summary>
    public static string Of(TimeSpan shortest, TimeSpan longest)
    {
        var (from, to) = (Of(shortest), Of(longest));
        return from == to ? from : from + " to " + to;
    }

    /// <summary>A time since the start, such as <c>0:05:10</c> or <c>2 d 03:04:05</c>.</summary>
    public static string Clock(TimeSpan since)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{since.Hours}:{since.Minutes:00}:{since.Seconds:00}");
        return since.Days == 0 ? time : string.Create(CultureInfo.InvariantCulture, $"{since.Days} d {since.Hours:00}:{since.Minutes:00}:{since.Seconds:00}");
    }

    private static string Two(int large, string largeUnit, int small, string smallUnit)
        => string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit}{(small == 0 ? "" : $" {small} {smallUnit}")}");

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
