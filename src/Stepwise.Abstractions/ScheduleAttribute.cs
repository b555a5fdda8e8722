namespace Stepwise;

/// <summary>Adds a schedule of EventBridge Scheduler that starts executions at set times. Several may stand on one class.</summary>
/// <example><code>
/// [Schedule("weekdays", "cron(0 9 ? * MON-FRI *)", TimeZone = "Europe/Berlin", Input = """{"executionSource": "schedule"}""")]
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ScheduleAttribute : Attribute
{
    /// <summary>Adds a schedule.</summary>
    /// <param name="name">The schedule's name: 1 to 64 characters of <c>A-Z a-z 0-9 - _ .</c>; the field <c>Name</c>.</param>
    /// <param name="expression">The times: <c>rate(5 minutes)</c>, <c>cron(0 9 ? * MON-FRI *)</c> or <c>at(2026-01-15T10:00:00)</c>; the field <c>ScheduleExpression</c>.</param>
    public ScheduleAttribute(string name, string expression)
    {
        Name = name;
        Expression = expression;
    }

    /// <summary>The schedule's name; the field <c>Name</c>.</summary>
    public string Name { get; }

    /// <summary>The times; the field <c>ScheduleExpression</c>.</summary>
    public string Expression { get; }

    /// <summary>The time zone of the expression, an IANA name such as <c>Europe/Berlin</c>; the field <c>ScheduleExpressionTimezone</c>. Default: null, which means UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether the schedule is enabled; the field <c>State</c>. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The input of the executions, a JSON constant that fits the parameters of <c>[Start]</c>; the target's <c>Input</c>. Default: null, EventBridge sends an event of its own.
    /// In its texts, EventBridge Scheduler replaces <c>&lt;aws.scheduler.scheduled-time&gt;</c>, such as <c>2026-01-15T10:00:00Z</c>, <c>&lt;aws.scheduler.schedule-arn&gt;</c>,
    /// <c>&lt;aws.scheduler.execution-id&gt;</c> and <c>&lt;aws.scheduler.attempt-number&gt;</c>.</summary>
    public string? Input { get; set; }
}
