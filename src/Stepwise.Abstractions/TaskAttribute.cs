namespace Stepwise;

/// <summary>A Task state: something outside the machine does the work.</summary>
public abstract class TaskAttribute : TransitionAttribute
{
    /// <summary>The name under which later states read the result. Default: the result type's simple name in camel case.</summary>
    public string? ResultName { get; set; }

    /// <summary>The longest the task may take, in seconds, 1 to 99,999,999; ASL's <c>TimeoutSeconds</c>. Default: none, which AWS takes as 99,999,999.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>The longest silence between two heartbeats, in seconds, smaller than <see cref="TimeoutSeconds"/>; ASL's <c>HeartbeatSeconds</c>. Default: none.</summary>
    public int HeartbeatSeconds { get; set; }
}
