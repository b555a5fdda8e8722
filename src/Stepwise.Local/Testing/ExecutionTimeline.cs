using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>The way of an execution through its machine: the states on the chain of events that leads to the last one. The states inside a Map or Parallel are on it where one of them made it fail.</summary>
public sealed class ExecutionTimeline
{
    private const int LongestText = 40;

    private ExecutionTimeline(IReadOnlyList<VisitedState> visits) => Visits = visits;

    /// <summary>The visits in order.</summary>
    public IReadOnlyList<VisitedState> Visits { get; }

    /// <summary>The same with what is repeated folded.</summary>
    public IReadOnlyList<TimelineStep> Steps => field ??= TimelineFolding.Fold(Visits);

    /// <summary>Reads the history of an execution.</summary>
    /// <param name="execution">The execution, running or ended.</param>
    /// <returns>Its timeline so far.</returns>
    public static ExecutionTimeline Of(LocalExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var visits = new List<VisitedState>();
        foreach (var (item, isWithin) in Chain(execution.Events))
        {
            switch (item.Details)
            {
                case StateEnteredDetails entered when !isWithin:
                    visits.Add(new(entered.Name, TypeOf(item.Type), item.Timestamp, null, entered.Input, null, 0, []));
                    break;
                case StateExitedDetails exited when !isWithin && visits.Count > 0:
                    visits[^1] = visits[^1] with { LeftAt = item.Timestamp, Output = exited.Output };
                    break;
                case ErrorDetails error when IsOfWork(item.Type) && visits.Count > 0:
                    visits[^1] = visits[^1] with { Failures = [.. visits[^1].Failures, new(item.Timestamp, error.Error, error.Cause)] };
                    break;
                case EvaluationFailedDetails error when visits.Count > 0:
                    visits[^1] = visits[^1] with { Failures = [.. visits[^1].Failures, new(item.Timestamp, error.Error, error.Cause)] };
                    break;
                default:
                    if (!isWithin && IsBegin(item.Type) && visits.Count > 0)
                    {
                        visits[^1] = visits[^1] with { Attempts = visits[^1].Attempts + 1 };
                    }

                    break;
            }
        }

        return new(visits);
    }

    /// <summary>The path as text: <c>Start -> [Wait -> Check] x 57 -> End</c>. The middle of one that is very long is left out.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var steps = Steps.Select(step => step.ToString());
        return string.Join(" -> ", Steps.Count <= LongestText ? steps : [.. steps.Take(LongestText / 2), "...", .. steps.TakeLast(LongestText / 2)]);
    }

    /// <summary>The events that lead to the last one, in order, each with whether it happened inside a Map or Parallel that was left.</summary>
    private static List<(HistoryEvent Event, bool IsWithin)> Chain(IReadOnlyList<HistoryEvent> events)
    {
        var chain = new List<(HistoryEvent, bool)>();
        string? within = null;
        var id = (long)events.Count;
        while (id > 0)
        {
            var item = events[(int)id - 1];
            if (within is not null && item.Details is StateEnteredDetails entered && entered.Name == within)
            {
                within = null;
            }

            chain.Add((item, within is not null && item.Type is not (HistoryEventType.MapStateExited or HistoryEventType.ParallelStateExited)));
            if (within is null && item is { Type: HistoryEventType.MapStateExited or HistoryEventType.ParallelStateExited, Details: StateExitedDetails exited })
            {
                within = exited.Name;
            }

            id = Before(item, events);
        }

        chain.Reverse();
        return chain;
    }

    /// <summary>The event that led to one.</summary>
    private static long Before(HistoryEvent item, IReadOnlyList<HistoryEvent> events)
    {
        switch (item.Details)
        {
            case StateEnteredDetails:
                return item.PreviousEventId;
            case EvaluationFailedDetails failed:
                // Where a state's first field fails AWS has the event follow the state before: the state itself was entered in between.
                for (var id = item.Id - 1; id > item.PreviousEventId; id--)
                {
                    if (events[(int)id - 1].Details is StateEnteredDetails entered && entered.Name == failed.State)
                    {
                        return id;
                    }
                }

                return item.PreviousEventId;
            default:
                // A timeout or an abort of the execution follows nothing: what happened last before it is what it ended.
                return item.PreviousEventId == 0 ? item.Id - 1 : item.PreviousEventId;
        }
    }

    private static string TypeOf(HistoryEventType type)
    {
        var name = type.ToString();
        return name[..name.IndexOf("StateEntered", StringComparison.Ordinal)];
    }

    private static bool IsOfWork(HistoryEventType type) => type
        is HistoryEventType.LambdaFunctionFailed or HistoryEventType.LambdaFunctionTimedOut or HistoryEventType.LambdaFunctionScheduleFailed or HistoryEventType.LambdaFunctionStartFailed
        or HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut or HistoryEventType.TaskStartFailed or HistoryEventType.TaskSubmitFailed
        or HistoryEventType.ActivityFailed or HistoryEventType.ActivityTimedOut or HistoryEventType.ActivityScheduleFailed
        or HistoryEventType.MapRunFailed;

    private static bool IsBegin(HistoryEventType type) => type
        is HistoryEventType.LambdaFunctionScheduled or HistoryEventType.TaskScheduled or HistoryEventType.ActivityScheduled
        or HistoryEventType.MapStateStarted or HistoryEventType.ParallelStateStarted or HistoryEventType.MapRunStarted;
}
