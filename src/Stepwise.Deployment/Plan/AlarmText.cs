using System.Globalization;
using System.Text;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Deployment.Plan;

/// <summary>The name, description and settings of an alarm, as CloudWatch has them.</summary>
internal static class AlarmText
{
    private const string ExecutionTime = "ExecutionTime";

    /// <summary>Returns each alarm with the end of its name: <c>executions-failed</c> for the first alarm on <c>ExecutionsFailed</c>, <c>executions-failed-2</c> for the second.</summary>
    public static IEnumerable<(ManifestAlarm Alarm, string Words)> Named(IReadOnlyList<ManifestAlarm> alarms)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var alarm in alarms)
        {
            seen.TryGetValue(alarm.Metric, out var before);
            seen[alarm.Metric] = before + 1;
            yield return (alarm, Kebab(alarm.Metric) + (before == 0 ? "" : "-" + (before + 1).ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Counts are summed. Of the times of a period, the longest is compared with the threshold.</summary>
    public static string Statistic(ManifestAlarm alarm) => alarm.Metric == ExecutionTime ? "Maximum" : "Sum";

    public static string Operator(ManifestAlarm alarm) => alarm.Metric == ExecutionTime ? "GreaterThanThreshold" : "GreaterThanOrEqualToThreshold";

    public static string Describe(ManifestAlarm alarm)
    {
        var threshold = alarm.Threshold.ToString("R", CultureInfo.InvariantCulture);
        return alarm.Metric == ExecutionTime
            ? $"An execution took longer than {threshold} ms; known when it has ended."
            : $"{alarm.Metric} reached {threshold}.";
    }

    private static string Kebab(string metric)
    {
        var text = new StringBuilder();
        foreach (var c in metric)
        {
            if (c is >= 'A' and <= 'Z' && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
