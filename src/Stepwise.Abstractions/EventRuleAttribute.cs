namespace Stepwise;

/// <summary>Starts executions when an event comes or a time is reached: an EventBridge rule whose target is the machine. It has either <see cref="Schedule"/> or <see cref="Pattern"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EventRuleAttribute : Attribute
{
    /// <summary>Sets the name.</summary>
    /// <param name="name">The rule's name: 1 to 64 of A-Z, a-z, 0-9, -, _ and a dot.</param>
    public EventRuleAttribute(string name) => Name = name;

    /// <summary>The rule's name.</summary>
    public string Name { get; }

    /// <summary>When it runs, in UTC: <c>rate(5 minutes)</c> or <c>cron(0 9 ? * MON-FRI *)</c>; the field <c>ScheduleExpression</c>. A single time is for <see cref="ScheduleAttribute"/>.</summary>
    public string? Schedule { get; set; }

    /// <summary>Which events it takes, in JSON: <c>{"source": ["crm"]}</c>; the field <c>EventPattern</c>.</summary>
    public string? Pattern { get; set; }

    /// <summary>Whether it runs; the field <c>State</c>. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The input of the executions, a constant in JSON that fits the parameters of <c>[Start]</c>; the target's <c>Input</c>. Default: the event.</summary>
    public string? Input { get; set; }

    /// <summary>What the input takes from the event: <c>"campaignId=$.detail.campaignId"</c>, a property of the input and a path into the event; the target's <c>InputTransformer</c>,
    /// <c>InputPathsMap</c>. A scheduled event has an empty detail.</summary>
    public string[] InputPaths { get; set; } = [];

    /// <summary>The input with <c>&lt;name&gt;</c> for what <see cref="InputPaths"/> takes: <c>{"campaignId": &lt;campaignId&gt;, "executionSource": "event"}</c>; the transformer's <c>InputTemplate</c>.
    /// Default: an object of all paths.</summary>
    public string? InputTemplate { get; set; }
}
