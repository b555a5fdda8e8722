namespace Stepwise;

/// <summary>Adds an EventBridge rule that starts executions on events or on a schedule. A rule has either <see cref="Pattern"/> or <see cref="Schedule"/>. Several may stand on one class.</summary>
/// <example><code>
/// [EventRule("campaign-ready", Pattern = """{"source": ["crm"]}""", InputPaths = ["campaignId=$.detail.campaignId"])]
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EventRuleAttribute : Attribute
{
    /// <summary>Adds a rule.</summary>
    /// <param name="name">The rule's name: 1 to 64 characters of <c>A-Z a-z 0-9 - _ .</c>; the field <c>Name</c>.</param>
    public EventRuleAttribute(string name) => Name = name;

    /// <summary>The rule's name; the field <c>Name</c>.</summary>
    public string Name { get; }

    /// <summary>The times in UTC: <c>rate(5 minutes)</c> or <c>cron(0 9 ? * MON-FRI *)</c>; the field <c>ScheduleExpression</c>. Default: null, the rule has a <see cref="Pattern"/>.
    /// Use <see cref="ScheduleAttribute"/> for a single time.</summary>
    public string? Schedule { get; set; }

    /// <summary>The events that match, as a JSON object: <c>{"source": ["crm"]}</c>; the field <c>EventPattern</c>. Default: null, the rule has a <see cref="Schedule"/>.</summary>
    public string? Pattern { get; set; }

    /// <summary>Whether the rule is enabled; the field <c>State</c>. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The input of the executions, a JSON constant that fits the parameters of <c>[Start]</c>; the target's <c>Input</c>. Default: null, the input is the event.</summary>
    public string? Input { get; set; }

    /// <summary>The parts of the event that the input takes: <c>"campaignId=$.detail.campaignId"</c>, a property of the input and a path into the event; <c>InputPathsMap</c> of the target's
    /// <c>InputTransformer</c>. Default: empty. The <c>detail</c> of a scheduled event is empty.</summary>
    public string[] InputPaths { get; set; } = [];

    /// <summary>The input as JSON in which <c>&lt;name&gt;</c> stands for an entry of <see cref="InputPaths"/>: <c>{"campaignId": &lt;campaignId&gt;, "executionSource": "event"}</c>;
    /// the transformer's <c>InputTemplate</c>. Default: an object with all entries of <see cref="InputPaths"/>.</summary>
    public string? InputTemplate { get; set; }
}
