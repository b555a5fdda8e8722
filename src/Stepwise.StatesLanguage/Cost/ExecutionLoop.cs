namespace Stepwise.StatesLanguage.Cost;

/// <summary>States that an execution can pass again and again, and when it meets the history limit by that.</summary>
/// <param name="States">The names of the states of one turn, from where the loop is entered.</param>
/// <param name="Transitions">The state transitions of one turn.</param>
/// <param name="Events">The history events of one turn.</param>
/// <param name="Seconds">For how long the Wait states of one turn wait; null when that is not known before the execution, 0 when there is none.</param>
/// <param name="TurnsToHistoryLimit">After how many turns the history is full.</param>
public sealed record ExecutionLoop(IReadOnlyList<string> States, int Transitions, int Events, long? Seconds, int TurnsToHistoryLimit)
{
    /// <summary>After how many seconds of waiting the history is full; null when that is not known. The time that tasks take comes on top.</summary>
    public long? SecondsToHistoryLimit => Seconds is > 0 ? Seconds * TurnsToHistoryLimit : null;
}
