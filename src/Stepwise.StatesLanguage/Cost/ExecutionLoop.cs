namespace Stepwise.StatesLanguage.Cost;

/// <summary>A loop: states that an execution can run again and again, and the number of turns that fill the history.</summary>
/// <param name="States">The names of the states of one turn, beginning with the state at which executions enter the loop.</param>
/// <param name="Transitions">The number of state transitions of one turn.</param>
/// <param name="Events">The number of history events of one turn.</param>
/// <param name="Seconds">The time that the Wait states of one turn take, in seconds. 0 if the loop has no Wait state; null if the time is not known before the execution.</param>
/// <param name="TurnsToHistoryLimit">The number of turns after which the history is full.</param>
public sealed record ExecutionLoop(IReadOnlyList<string> States, int Transitions, int Events, long? Seconds, int TurnsToHistoryLimit)
{
    /// <summary>Whether only a Catch closes the loop. An execution stays in such a loop as long as a state fails. Retries add transitions and events.</summary>
    public bool IsByError { get; init; }

    /// <summary>The number of history events that a turn adds for each item of inline Maps; 0 if the loop has no inline Map. <see cref="Events"/> does not include them.</summary>
    public int EventsPerItem { get; init; }

    /// <summary>The time that Wait states take until the history is full, in seconds; null if it is not known. Tasks take additional time.</summary>
    public long? SecondsToHistoryLimit => Seconds is > 0 ? Seconds * TurnsToHistoryLimit : null;
}
