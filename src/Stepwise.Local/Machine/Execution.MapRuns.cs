namespace Stepwise.Local.Machine;

/// <content>The map runs of distributed Maps.</content>
internal sealed partial class Execution
{
    private IReadOnlyList<LocalMapRun> _mapRuns = [];

    /// <summary>The execution whose distributed Map started this child execution, or null if this is not a child execution.</summary>
    public Execution? Parent { get; init; }

    /// <summary>The map runs, in the order in which they started. May be read from any thread.</summary>
    public IReadOnlyList<LocalMapRun> MapRuns => Volatile.Read(ref _mapRuns);

    /// <summary>Adds a map run that starts.</summary>
    public void Add(LocalMapRun run) => Volatile.Write(ref _mapRuns, [.. _mapRuns, run]);

    /// <summary>The map run that a Map continues. A Map continues its last map run if the map run did not succeed and this visit is the first one after a redrive.</summary>
    /// <param name="visit">The visit.</param>
    /// <returns>The map run, or null if the Map begins a new one.</returns>
    public LocalMapRun? RedrivenMapRun(StateVisit visit)
    {
        if (visit.RetryCount > 0 || visit.EnteredEventId < 2 || Events[(int)visit.EnteredEventId - 2].Type != HistoryEventType.ExecutionRedriven)
        {
            return null;
        }

        return MapRuns.LastOrDefault(run => run.StateName == visit.State.Name) is { Status: MapRunStatus.Failed or MapRunStatus.Aborted } run ? run : null;
    }
}
