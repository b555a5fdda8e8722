using Stepwise.Local;

namespace Stepwise.Cli.Running;

/// <summary>Finds the states that an execution visited in its history: an event belongs to the state of the event that it follows.</summary>
internal static class TimelineStates
{
    /// <summary>The states of the machine itself, one after the other; what ran inside a Parallel or Map hangs on it.</summary>
    public static List<TimelineState> Of(IReadOnlyList<HistoryEvent> events)
    {
        var states = new List<TimelineState>();
        var places = new Place[events.Count + 1];
        var latest = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var item in events)
        {
            var before = places[item.PreviousEventId];
            places[item.Id] = item.Details switch
            {
                StateEnteredDetails details => latest[details.Name] = Enter(item, details, item.PreviousEventId == 0 ? null : events[(int)item.PreviousEventId - 1], before, states),
                StateExitedDetails details => Exit(item, events[(int)item.PreviousEventId - 1], before.Climb(state => state.Name == details.Name && state.LeftAt is null)),
                MapIterationDetails details => before.Climb(state => state.Name == details.Name),

                // It follows what the state followed.
                EvaluationFailedDetails details => Note(item, latest.GetValueOrDefault(details.State, before)),
                _ => Note(item, before),
            };
        }

        return states;
    }

    private static Place Enter(HistoryEvent item, StateEnteredDetails details, HistoryEvent? previous, Place before, List<TimelineState> states)
    {
        var type = item.Type.ToString()[..^"StateEntered".Length];
        var isFirst = previous?.Type is HistoryEventType.ParallelStateStarted or HistoryEventType.MapIterationStarted;
        var parent = isFirst ? before.State : before.State?.Parent;
        var state = new TimelineState(details.Name, type, parent, item.Timestamp);
        var chain = isFirst ? [] : before.Chain ?? states;
        if (isFirst && parent is not null)
        {
            parent.Chains.Add(chain);
        }

        chain.Add(state);
        return new(state, chain, before.Outer(isFirst));
    }

    private static Place Exit(HistoryEvent item, HistoryEvent previous, Place place)
    {
        if (place.State is { } state)
        {
            state.LeftAt = item.Timestamp;
            state.Fate = previous.Details is ErrorDetails or EvaluationFailedDetails || IsFailureOfWork(previous.Type) ? ErrorFate.Caught : ErrorFate.Retried;
        }

        return place;
    }

    private static Place Note(HistoryEvent item, Place before)
    {
        var place = item.Type switch
        {
            HistoryEventType.ParallelStateSucceeded or HistoryEventType.ParallelStateFailed or HistoryEventType.ParallelStateAborted => before.Climb(static state => state is { Type: "Parallel", LeftAt: null }),
            HistoryEventType.MapStateSucceeded or HistoryEventType.MapStateFailed or HistoryEventType.MapStateAborted
                or HistoryEventType.MapRunSucceeded or HistoryEventType.MapRunFailed or HistoryEventType.MapRunAborted => before.Climb(static state => state is { Type: "Map", LeftAt: null }),
            _ => before,
        };
        if (place.State is not { } state)
        {
            return place;
        }

        switch (item.Type)
        {
            case HistoryEventType.LambdaFunctionScheduled or HistoryEventType.TaskScheduled or HistoryEventType.ActivityScheduled or HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted:
                state.Attempts++;
                break;
            case HistoryEventType.TaskStateAborted or HistoryEventType.WaitStateAborted or HistoryEventType.ParallelStateAborted or HistoryEventType.MapStateAborted:
                state.LeftAt ??= item.Timestamp;
                state.Fate = state.Error is null ? ErrorFate.Aborted : ErrorFate.Ends;
                break;
            default:
                if (!IsOfExecution(item.Type))
                {
                    state.Error = item.Details switch
                    {
                        ErrorDetails details => details.Error ?? "an error without a name",
                        EvaluationFailedDetails details => details.Error,
                        _ => state.Error,
                    };
                }

                break;
        }

        return place;
    }

    private static bool IsFailureOfWork(HistoryEventType type) => type is HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed or HistoryEventType.MapRunFailed;

    private static bool IsOfExecution(HistoryEventType type) => type is HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut;

    /// <summary>Where an event belongs: to a state, in a chain of states, within other places.</summary>
    private sealed record Around(TimelineState State, List<TimelineState> Chain, Around? Outer);

    private readonly record struct Place(TimelineState? State, List<TimelineState>? Chain, Around? Within)
    {
        /// <summary>What is around the next state after this place.</summary>
        public Around? Outer(bool isFirst) => isFirst && State is not null ? new(State, Chain!, Within) : Within;

        /// <summary>The nearest place from here outwards whose state is the one; this place where there is none.</summary>
        public Place Climb(Func<TimelineState, bool> isIt)
        {
            if (State is null || isIt(State))
            {
                return this;
            }

            for (var around = Within; around is not null; around = around.Outer)
            {
                if (isIt(around.State))
                {
                    return new(around.State, around.Chain, around.Outer);
                }
            }

            return this;
        }
    }
}
