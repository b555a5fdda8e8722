namespace Stepwise;

/// <summary>The base of all attributes that make a method a Task state.</summary>
public abstract class TaskAttribute : TransitionAttribute
{
    private protected TaskAttribute()
    {
    }

    /// <summary>The name under which later states read the result. Default: the result type's simple name in camel case.</summary>
    public string? ResultName { get; set; }

    /// <summary>The longest time that the task may take, in seconds, 1 to 99,999,999; ASL's <c>TimeoutSeconds</c>. If it is not set, AWS uses 99,999,999.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>The longest time between two heartbeats, in seconds, smaller than <see cref="TimeoutSeconds"/>; ASL's <c>HeartbeatSeconds</c>. If it is not set, no heartbeats are expected.</summary>
    public int HeartbeatSeconds { get; set; }
}
