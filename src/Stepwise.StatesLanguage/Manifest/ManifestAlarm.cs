namespace Stepwise.StatesLanguage.Manifest;

/// <summary>An alarm on a metric of the state machine.</summary>
/// <param name="Metric">The metric's name in the namespace AWS/States.</param>
/// <param name="Threshold">The value from which the alarm is raised; milliseconds for ExecutionTime.</param>
/// <param name="PeriodSeconds">The length of one period.</param>
/// <param name="EvaluationPeriods">How many periods are looked at.</param>
/// <param name="Actions">The topics to notify: each is an ARN, or the key of the substitution that holds an ARN.</param>
internal sealed record ManifestAlarm(string Metric, double Threshold, int PeriodSeconds, int EvaluationPeriods, IReadOnlyList<string> Actions)
{
    /// <summary>Whether an element of <see cref="Actions"/> is an ARN. Otherwise it is a key.</summary>
    public static bool IsArn(string action) => action.StartsWith("arn:", StringComparison.Ordinal);
}
