namespace Stepwise;

/// <summary>Adds a CloudWatch metric alarm on the machine's executions. Several may stand on one class.</summary>
/// <remarks>A period without executions does not raise the alarm: <c>TreatMissingData</c> is <c>notBreaching</c>.</remarks>
/// <example><code>
/// [Alarm(AlarmMetric.ExecutionsFailed, Topic = "operations")]
/// [Alarm(AlarmMetric.ExecutionTime, ThresholdSeconds = 3600)]
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlarmAttribute : Attribute
{
    /// <summary>Adds an alarm on a metric.</summary>
    /// <param name="metric">The metric; the alarm's <c>MetricName</c>.</param>
    public AlarmAttribute(AlarmMetric metric) => Metric = metric;

    /// <summary>The metric; the alarm's <c>MetricName</c>.</summary>
    public AlarmMetric Metric { get; }

    /// <summary>The number of executions in one period that raises the alarm; the alarm's <c>Threshold</c>. Default: 1. Not allowed with <see cref="AlarmMetric.ExecutionTime"/>.</summary>
    public int Threshold { get; set; } = 1;

    /// <summary>The execution time that raises the alarm, in seconds; the alarm's <c>Threshold</c>, which is in milliseconds.
    /// <see cref="AlarmMetric.ExecutionTime"/> requires it, and no other metric allows it.</summary>
    public int ThresholdSeconds { get; set; }

    /// <summary>The length of one period in seconds: 10, 20, 30 or a multiple of 60; the alarm's <c>Period</c>. Default: 300.</summary>
    public int PeriodSeconds { get; set; } = 300;

    /// <summary>The number of consecutive periods that must reach the threshold; the alarm's <c>EvaluationPeriods</c>. Default: 1.
    /// All periods together last at most one day, or seven days if a period lasts an hour or longer.</summary>
    public int EvaluationPeriods { get; set; } = 1;

    /// <summary>The SNS topic that receives the alarm: a name as in <see cref="Deployed.Topic(string)"/>, or an ARN; an entry of the alarm's <c>AlarmActions</c>. Default: no topic.</summary>
    public string? Topic { get; set; }
}
