namespace Stepwise;

/// <summary>The base of all attributes for states that either go to another state or end the execution.</summary>
public abstract class TransitionAttribute : StateAttribute
{
    private protected TransitionAttribute()
    {
    }

    /// <summary>The next state, as <c>nameof(State)</c>; ASL's <c>Next</c>. Either this or <see cref="End"/> is required.</summary>
    public string? Next { get; set; }

    /// <summary>Whether the execution ends here, with the state's result as its output; ASL's <c>End</c>. Default: false.</summary>
    public bool End { get; set; }
}
