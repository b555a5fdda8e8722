namespace Stepwise.Local.Machine;

/// <summary>The types of the events of a Task, Parallel or Map.</summary>
/// <param name="Entered">The state is entered.</param>
/// <param name="Exited">The state is left.</param>
/// <param name="Aborted">The state is aborted.</param>
/// <param name="Failed">The work of the state has failed, and no retry is left. It is null for a Task, which has other events for this.</param>
internal sealed record WorkEvents(HistoryEventType Entered, HistoryEventType Exited, HistoryEventType Aborted, HistoryEventType? Failed)
{
    public static WorkEvents Task { get; } = new(HistoryEventType.TaskStateEntered, HistoryEventType.TaskStateExited, HistoryEventType.TaskStateAborted, null);

    public static WorkEvents Parallel { get; } = new(HistoryEventType.ParallelStateEntered, HistoryEventType.ParallelStateExited, HistoryEventType.ParallelStateAborted, HistoryEventType.ParallelStateFailed);

    public static WorkEvents Map { get; } = new(HistoryEventType.MapStateEntered, HistoryEventType.MapStateExited, HistoryEventType.MapStateAborted, HistoryEventType.MapStateFailed);
}
