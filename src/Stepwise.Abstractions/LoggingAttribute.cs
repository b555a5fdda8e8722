namespace Stepwise;

/// <summary>Sends the events of executions to CloudWatch Logs; the machine's <c>LoggingConfiguration</c>. The role gets the permissions for it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LoggingAttribute : Attribute
{
    /// <summary>Logs the events of a level.</summary>
    /// <param name="level">The events that are logged; the field <c>level</c>.</param>
    public LoggingAttribute(ExecutionLogLevel level) => Level = level;

    /// <summary>The events that are logged; the field <c>level</c>.</summary>
    public ExecutionLogLevel Level { get; }

    /// <summary>Whether inputs and outputs are logged, including personal data in them; the field <c>includeExecutionData</c>. Default: false.</summary>
    public bool IncludeExecutionData { get; set; }

    /// <summary>The number of days for which the log group keeps events, one of those that CloudWatch Logs allows; the log group's <c>RetentionInDays</c>. Default: 0, which keeps them forever.</summary>
    public int RetentionDays { get; set; }

    /// <summary>The start of the log group's name; the name of the deployed machine follows. Default: <c>/aws/vendedlogs/states/</c>, under which log groups
    /// do not count against the size of the CloudWatch Logs resource policy.</summary>
    public string LogGroupPrefix { get; set; } = "/aws/vendedlogs/states/";
}
