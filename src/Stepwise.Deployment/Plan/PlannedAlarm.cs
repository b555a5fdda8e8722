namespace Stepwise.Deployment.Plan;

/// <summary>An alarm of CloudWatch on a metric of the machine.</summary>
internal sealed record PlannedAlarm
{
    /// <summary>The metric's name in the namespace AWS/States.</summary>
    public required string Metric { get; init; }

    /// <summary>The end of its name, which no other alarm of the machine has: <c>executions-failed</c>.</summary>
    public required string Words { get; init; }

    /// <summary>Its name.</summary>
    public required Template Name { get; init; }

    /// <summary>Its description.</summary>
    public required Template Description { get; init; }

    /// <summary>CloudWatch's statistic.</summary>
    public required string Statistic { get; init; }

    /// <summary>CloudWatch's comparison operator.</summary>
    public required string Operator { get; init; }

    /// <summary>The value that raises the alarm; milliseconds for ExecutionTime.</summary>
    public required double Threshold { get; init; }

    /// <summary>The length of a period, in seconds.</summary>
    public required int PeriodSeconds { get; init; }

    /// <summary>How many periods are evaluated.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>The ARNs of its actions. Each is a literal text or one key.</summary>
    public required IReadOnlyList<Template> Actions { get; init; }
}
