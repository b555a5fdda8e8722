namespace Stepwise;

/// <summary>Raises an alarm on the machine's executions: a CloudWatch metric alarm. A period without executions is no reason for an alarm.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlarmAttribute : Attribute
{
    /// <summary>Chooses what is watched.</summary>
    /// <param name="metric">The metric; the alarm's <c>MetricName</c>.</param>
    public AlarmAttribute(AlarmMetric metric) => Metric = metric;

    /// <summary>What is watched; the alarm's <c>MetricName</c>.</summary>
    public AlarmMetric Metric { get; }

    /// <summary>The number of executions in one period from which on the alarm is raised; the alarm's <c>Threshold</c>. Default: 1. Not for <see cref="AlarmMetric.ExecutionTime"/>.</summary>
    public int Threshold { get; set; } = 1;

    /// <summary>The time that an execution may take before the alarm is raised, in seconds; the alarm's <c>Threshold</c>, there in milliseconds. Only for
    /// <see cref="AlarmMetric.ExecutionTime"/>, which needs it.</summary>
    public int ThresholdSeconds { get; set; }

    /// <summary>The length of one period in seconds: 10, 20, 30 or a multiple of 60; the alarm's <c>Period</c>. Default: 300.</summary>
    public int PeriodSeconds { get; set; } = 300;

    /// <summary>How many periods in a row must meet the threshold, at most a day of them, or seven where one is an hour or longer; the alarm's <c>EvaluationPeriods</c>. Default: 1.</summary>
    public int EvaluationPeriods { get; set; } = 1;

    /// <summary>The SNS topic that is told, by the name that <see cref="Deployed.Topic(string)"/> takes, or an ARN; one of the alarm's <c>AlarmActions</c>. Default: nobody is told.</summary>
    public string? Topic { get; set; }
}
