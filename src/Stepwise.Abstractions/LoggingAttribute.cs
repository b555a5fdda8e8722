namespace Stepwise;

/// <summary>Sends the execution's events to CloudWatch Logs; the machine's logging configuration. The role gets the permissions.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LoggingAttribute : Attribute
{
    /// <summary>Sets the level.</summary>
    /// <param name="level">Which events are logged.</param>
    public LoggingAttribute(ExecutionLogLevel level) => Level = level;

    /// <summary>Which events are logged.</summary>
    public ExecutionLogLevel Level { get; }

    /// <summary>Whether inputs and outputs are logged, personal data in them included. Default: false.</summary>
    public bool IncludeExecutionData { get; set; }

    /// <summary>How long the log group keeps events, in days; 0 for ever. Default: 0.</summary>
    public int RetentionDays { get; set; }

    /// <summary>
    /// What comes before the deployed machine's name in the log group's, such as <c>/aws/stepfunctions/</c>. Default: <c>/aws/vendedlogs/states/</c>, under which
    /// log groups do not use up CloudWatch's resource policy.
    /// </summary>
    public string LogGroupPrefix { get; set; } = "/aws/vendedlogs/states/";
}
