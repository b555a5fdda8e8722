namespace Stepwise;

/// <summary>Lets a program schedule single executions with EventBridge Scheduler.</summary>
/// <remarks>The deployment gets a schedule group, a role that may start the machine, and a dead-letter queue. The class gets the method <c>ScheduleAt</c>, which creates the
/// <see cref="ScheduleRequest"/> for one execution.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DynamicSchedulesAttribute : Attribute
{
    /// <summary>Adds a schedule group.</summary>
    /// <param name="group">The group's name: 1 to 64 characters of <c>A-Z a-z 0-9 - _ .</c>; the schedule's <c>GroupName</c>.</param>
    public DynamicSchedulesAttribute(string group) => Group = group;

    /// <summary>The name of the schedule group; the schedule's <c>GroupName</c>.</summary>
    public string Group { get; }
}
