using System.Globalization;
using System.Text;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Deployment.Plan;

/// <summary>What an alarm means in the words of CloudWatch.</summary>
internal static class AlarmText
{
    private const string ExecutionTime = "ExecutionTime";

    /// <summary>Each alarm with the words that end its name: <c>ExecutionsFailed</c> is <c>executions-failed</c>, a second one <c>executions-failed-2</c>.</summary>
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

    /// <summary>Whether an action is an ARN as it stands; else it is the key of a substitution.</summary>
    public static bool IsArn(string action) => action.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>Counts are added up; of times the longest counts.</summary>
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
