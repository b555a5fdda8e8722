namespace Stepwise.Local.Testing;

/// <summary>Finds the states that an execution visited in its history: an event belongs to the state of the event that it follows.</summary>
internal sealed class TimelineReader
{
    private readonly List<Visit> _visits = [];
    private readonly Dictionary<string, Place> _latest = new(StringComparer.Ordinal);

    private TimelineReader(IReadOnlyList<HistoryEvent> events)
    {
        var places = new Place[events.Count + 1];
        foreach (var item in events)
        {
            var before = places[item.PreviousEventId];
            var previous = item.PreviousEventId == 0 ? null : events[(int)item.PreviousEventId - 1];
            places[item.Id] = item.Details switch
            {
                StateEnteredDetails details => _latest[details.Name] = Enter(item, details, previous, before),
                StateExitedDetails details => Exit(item, details, previous, before.Climb(visit => visit.Name == details.Name && visit.LeftAt is null)),
                MapIterationDetails details => before.Climb(visit => visit.Name == details.Name),

                // It follows what the state followed.
                EvaluationFailedDetails details => Note(item, _latest.GetValueOrDefault(details.State, before)),
                _ => Note(item, before),
            };
        }
    }

    /// <summary>Reads a history.</summary>
    /// <param name="events">The history.</param>
    /// <param name="end">When the execution ended; while it runs, now.</param>
    /// <returns>The states of the machine itself, one after the other. What ran inside a Parallel or Map is in its branches.</returns>
    public static IReadOnlyList<VisitedState> Read(IReadOnlyList<HistoryEvent> events, DateTimeOffset end)
        => [.. new TimelineReader(events)._visits.Select(visit => visit.ToState(end))];

    private Place Enter(HistoryEvent item, StateEnteredDetails details, HistoryEvent? previous, Place before)
    {
        var type = item.Type.ToString()[..^"StateEntered".Length];
        var isFirst = previous?.Type is HistoryEventType.ParallelStateStarted or HistoryEventType.MapIterationStarted;
        var visit = new Visit(details, type, item.Timestamp);
        var chain = isFirst ? [] : before.Chain ?? _visits;
        if (isFirst)
        {
            before.Visit?.Branches.Add(chain);
        }

        chain.Add(visit);
        return new(visit, chain, before.Outer(isFirst));
    }

    private static Place Exit(HistoryEvent item, StateExitedDetails details, HistoryEvent? previous, Place place)
    {
        if (place.Visit is { } visit)
        {
            visit.LeftAt = item.Timestamp;
            visit.Output = details.Output;
            visit.Fate = previous is { Details: ErrorDetails or EvaluationFailedDetails } or { Type: HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed or HistoryEventType.MapRunFailed }
                ? VisitFate.Caught
                : VisitFate.Left;
        }

        return place;
    }

    private static Place Note(HistoryEvent item, Place before)
    {
        var place = item.Type switch
        {
            HistoryEventType.ParallelStateSucceeded or HistoryEventType.ParallelStateFailed or HistoryEventType.ParallelStateAborted => before.Climb(static visit => visit is { Type: "Parallel", LeftAt: null }),
            HistoryEventType.MapStateSucceeded or HistoryEventType.MapStateFailed or HistoryEventType.MapStateAborted
                or HistoryEventType.MapRunSucceeded or HistoryEventType.MapRunFailed or HistoryEventType.MapRunAborted => before.Climb(static visit => visit is { Type: "Map", LeftAt: null }),
            _ => before,
        };
        if (place.Visit is not { } visit)
        {
            return place;
        }

        switch (item)
        {
            case { Type: HistoryEventType.LambdaFunctionScheduled or HistoryEventType.TaskScheduled or HistoryEventType.ActivityScheduled or HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted }:
                visit.Attempts++;
                break;
            case { Type: HistoryEventType.TaskStateAborted or HistoryEventType.WaitStateAborted or HistoryEventType.ParallelStateAborted or HistoryEventType.MapStateAborted }:
                visit.LeftAt ??= item.Timestamp;
                visit.Fate = visit.Failures.Count == 0 ? VisitFate.Aborted : VisitFate.NotLeft;
                break;
            case { Type: HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut }:
                break;
            case { Details: ErrorDetails details }:
                visit.Failures.Add(new(item.Timestamp, details.Error, details.Cause));
                break;
            case { Details: EvaluationFailedDetails details }:
                visit.Failures.Add(new(item.Timestamp, details.Error, details.Cause));
                break;
        }

        return place;
    }

    /// <summary>A visit of which more may come to be known.</summary>
    private sealed class Visit(StateEnteredDetails entered, string type, DateTimeOffset enteredAt)
    {
        public string Name => entered.Name;

        public string Type => type;

        public DateTimeOffset? LeftAt { get; set; }

        public Json.JsonValue? Output { get; set; }

        public int Attempts { get; set; }

        public VisitFate Fate { get; set; }

        public List<VisitFailure> Failures { get; } = [];

        public List<List<Visit>> Branches { get; } = [];

        /// <summary>The visit as it is known now.</summary>
        /// <param name="end">When what is around it ended.</param>
        public VisitedState ToState(DateTimeOffset end)
        {
            var endedAt = LeftAt ?? end;
            return new(Name, type, enteredAt, LeftAt, entered.Input, Output, Attempts, Failures)
            {
                EndedAt = endedAt,
                Fate = Fate,
                Branches = [.. Branches.Select(branch => (IReadOnlyList<VisitedState>)[.. branch.Select(visit => visit.ToState(endedAt))])],
            };
        }
    }

    /// <summary>A place that others are in: a visit, in a chain of visits.</summary>
    private sealed record Around(Visit Visit, List<Visit> Chain, Around? Outer);

    /// <summary>The place of an event.</summary>
    private readonly record struct Place(Visit? Visit, List<Visit>? Chain, Around? Within)
    {
        /// <summary>What is around the next state after this place.</summary>
        public Around? Outer(bool isFirst) => isFirst && Visit is not null ? new(Visit, Chain!, Within) : Within;

        /// <summary>The nearest place from here outwards whose visit matches; this place if there is none.</summary>
        public Place Climb(Func<Visit, bool> matches)
        {
            if (Visit is null || matches(Visit))
            {
                return this;
            }

            for (var around = Within; around is not null; around = around.Outer)
            {
                if (matches(around.Visit))
                {
                    return new(around.Visit, around.Chain, around.Outer);
                }
            }

            return this;
        }
    }
}
