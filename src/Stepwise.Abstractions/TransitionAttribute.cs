namespace Stepwise;

/// <summary>A state that goes on to another one, or ends the execution.</summary>
public abstract class TransitionAttribute : StateAttribute
{
    /// <summary>The state that comes next, as <c>nameof(State)</c>; ASL's <c>Next</c>. Either this or <see cref="End"/> is needed.</summary>
    public string? Next { get; set; }

    /// <summary>Whether the execution ends here, with this state's result as its output; ASL's <c>End</c>. Default: false.</summary>
    public bool End { get; set; }
}
