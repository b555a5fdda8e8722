using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>The way of an execution through its machine, read from its history.</summary>
public sealed class ExecutionTimeline
{
    private const int LongestText = 40;

    private ExecutionTimeline(IReadOnlyList<VisitedState> states) => States = states;

    /// <summary>The visits of the machine's own states, in order. What ran inside a Parallel or an inline Map is in its <see cref="VisitedState.Branches"/>.</summary>
    public IReadOnlyList<VisitedState> States { get; }

    /// <summary>The path to the end: the visits of the machine's own states, and after a Parallel or Map that failed the execution those of the branches that failed it. The failures inside a Parallel or Map that was left are among its own.</summary>
    public IReadOnlyList<VisitedState> Visits => field ??= PathThrough(States);

    /// <summary>The path with what is repeated folded.</summary>
    public IReadOnlyList<TimelineStep> Steps => field ??= TimelineFolding.Fold(Visits);

    /// <summary>Reads the history of an execution.</summary>
    /// <param name="execution">The execution, running or ended.</param>
    /// <returns>Its timeline so far.</returns>
    public static ExecutionTimeline From(LocalExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        return new(TimelineReader.Read(execution.Events, execution.StartedAt + execution.Elapsed));
    }

    /// <summary>The path as text: <c>Start -> [Wait -> Check] x 57 -> End</c>. The middle of one that is very long is left out.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var steps = Steps.Select(step => step.ToString());
        return string.Join(" -> ", Steps.Count <= LongestText ? steps : [.. steps.Take(LongestText / 2), "...", .. steps.TakeLast(LongestText / 2)]);
    }

    private static List<VisitedState> PathThrough(IReadOnlyList<VisitedState> states)
    {
        var path = new List<VisitedState>();
        AddPath(states, path);
        return path;
    }

    private static void AddPath(IReadOnlyList<VisitedState> states, List<VisitedState> path)
    {
        foreach (var state in states)
        {
            var failed = state.Branches.Where(static branch => branch[^1].HasFailed).ToList();
            if (state.Fate == VisitFate.NotLeft)
            {
                path.Add(state);
                failed.ForEach(branch => AddPath(branch, path));
            }
            else
            {
                path.Add(failed.Count == 0 ? state : state with { Failures = [.. failed.SelectMany(static branch => branch).SelectMany(FailuresWithin).Concat(state.Failures).OrderBy(static failure => failure.At)] });
            }
        }
    }

    private static IEnumerable<VisitFailure> FailuresWithin(VisitedState state)
        => state.Failures.Concat(state.Branches.Where(static branch => branch[^1].HasFailed).SelectMany(static branch => branch).SelectMany(FailuresWithin));
}
