namespace Stepwise.StatesLanguage;

/// <summary>A state that goes on to another or ends the machine: Task, Pass, Wait, Map, Parallel.</summary>
public abstract record TransitionState : State
{
    /// <summary>ASL <c>Next</c>: the name of the following state; null when absent.</summary>
    public string? Next { get; init; }

    /// <summary>ASL <c>End</c>: whether the machine ends here. Written only when true.</summary>
    public bool End { get; init; }
}
