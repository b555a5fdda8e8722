namespace Stepwise.StatesLanguage.Cost;

/// <summary>States that an execution can pass again and again, and when it meets the history limit by that.</summary>
/// <param name="States">The names of the states of one turn, from where the loop is entered.</param>
/// <param name="Transitions">The state transitions of one turn.</param>
/// <param name="Events">The history events of one turn.</param>
/// <param name="Seconds">For how long the Wait states of one turn wait; null when that is not known before the execution, 0 when there is none.</param>
/// <param name="TurnsToHistoryLimit">After how many turns the history is full.</param>
public sealed record ExecutionLoop(IReadOnlyList<string> States, int Transitions, int Events, long? Seconds, int TurnsToHistoryLimit)
{
    /// <summary>Whether only a Catch closes the loop: an execution turns in it while something fails. Retries add to its transitions and events.</summary>
    public bool IsByError { get; init; }

    /// <summary>The history events that a turn adds for each item of inline Maps; 0 when there are none. They are not in <see cref="Events"/>.</summary>
    public int EventsPerItem { get; init; }

    /// <summary>After how many seconds of waiting the history is full; null when that is not known. The time that tasks take comes on top.</summary>
    public long? SecondsToHistoryLimit => Seconds is > 0 ? Seconds * TurnsToHistoryLimit : null;
}
