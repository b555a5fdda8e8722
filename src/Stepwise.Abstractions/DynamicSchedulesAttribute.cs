namespace Stepwise;

/// <summary>Lets a program schedule executions one by one. The deployment gets a schedule group of EventBridge Scheduler, a role that may start the machine, and a dead-letter queue;
/// the class gets <c>ScheduleAt</c>, which makes the request for one schedule.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DynamicSchedulesAttribute : Attribute
{
    /// <summary>Names the group.</summary>
    /// <param name="group">The schedule group: 1 to 64 of A-Z, a-z, 0-9, -, _ and a dot; the schedule's <c>GroupName</c>.</param>
    public DynamicSchedulesAttribute(string group) => Group = group;

    /// <summary>The schedule group; the schedule's <c>GroupName</c>.</summary>
    public string Group { get; }
}
