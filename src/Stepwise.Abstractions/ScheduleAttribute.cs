namespace Stepwise;

/// <summary>Starts executions at set times: a schedule of EventBridge Scheduler whose target is the machine.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ScheduleAttribute : Attribute
{
    /// <summary>Sets name and times.</summary>
    /// <param name="name">The schedule's name: 1 to 64 of A-Z, a-z, 0-9, -, _ and a dot.</param>
    /// <param name="expression">When it runs, <c>ScheduleExpression</c>: <c>rate(5 minutes)</c>, <c>cron(0 9 ? * MON-FRI *)</c> or <c>at(2026-01-15T10:00:00)</c>.</param>
    public ScheduleAttribute(string name, string expression)
    {
        Name = name;
        Expression = expression;
    }

    /// <summary>The schedule's name.</summary>
    public string Name { get; }

    /// <summary>When it runs; the field <c>ScheduleExpression</c>.</summary>
    public string Expression { get; }

    /// <summary>The time zone of the expression, an IANA name such as <c>Europe/Berlin</c>; the field <c>ScheduleExpressionTimezone</c>. Default: UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether it runs; the field <c>State</c>. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The input of the executions, a constant in JSON that fits the parameters of <c>[Start]</c>; the target's <c>Input</c>. Default: an event that EventBridge makes.</summary>
    public string? Input { get; set; }
}
