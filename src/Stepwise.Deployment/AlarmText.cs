using System.Globalization;
using Stepwise.Deployment.Manifest;

namespace Stepwise.Deployment;

/// <summary>What an alarm means in the words of CloudWatch.</summary>
internal static class AlarmText
{
    private const string ExecutionTime = "ExecutionTime";

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
}
