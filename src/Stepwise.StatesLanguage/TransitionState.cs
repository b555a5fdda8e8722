namespace Stepwise.StatesLanguage;

/// <summary>A state that has <c>Next</c> or <c>End</c>: Task, Pass, Wait, Map, Parallel.</summary>
public abstract record TransitionState : State
{
    /// <summary>ASL <c>Next</c>: the name of the next state; null when absent.</summary>
    public string? Next { get; init; }

    /// <summary>ASL <c>End</c>: whether the machine ends after this state. False is not written.</summary>
    public bool End { get; init; }
}
