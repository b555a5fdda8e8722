namespace Stepwise.Local.Machine;

/// <summary>The types of the events of a state that has work done.</summary>
/// <param name="Entered">It is entered.</param>
/// <param name="Exited">It is left.</param>
/// <param name="Aborted">It is ended from outside.</param>
/// <param name="Failed">Its work has failed for good; null for a Task, whose own events say so.</param>
internal sealed record WorkEvents(HistoryEventType Entered, HistoryEventType Exited, HistoryEventType Aborted, HistoryEventType? Failed)
{
    public static WorkEvents Task { get; } = new(HistoryEventType.TaskStateEntered, HistoryEventType.TaskStateExited, HistoryEventType.TaskStateAborted, null);

    public static WorkEvents Parallel { get; } = new(HistoryEventType.ParallelStateEntered, HistoryEventType.ParallelStateExited, HistoryEventType.ParallelStateAborted, HistoryEventType.ParallelStateFailed);

    public static WorkEvents Map { get; } = new(HistoryEventType.MapStateEntered, HistoryEventType.MapStateExited, HistoryEventType.MapStateAborted, HistoryEventType.MapStateFailed);
}
