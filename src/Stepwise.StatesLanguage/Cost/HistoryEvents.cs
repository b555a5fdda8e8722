namespace Stepwise.StatesLanguage.Cost;

/// <summary>How many events a state adds to an execution's history when nothing goes wrong.</summary>
internal static class HistoryEvents
{
    /// <summary>The events of a state; for a Map without those of its items.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The number of events.</returns>
    public static int Of(State state) => state switch
    {
        // Entered, scheduled, started, succeeded, exited; "submitted" where the task outlives the call.
        TaskState task => TaskResource.Parse(task.Resource).Pattern == TaskPattern.RequestResponse ? 5 : 6,
        MapState { ItemProcessor.ProcessorConfig.Mode: ProcessorMode.Distributed } => 6,
        MapState => 4,
        ParallelState parallel => 4 + parallel.Branches.Sum(OfMainPath),
        FailState => 1,
        _ => 2,
    };

    /// <summary>The events that a state adds for each item of inline Maps in it. Items of a distributed Map have histories of their own.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The number of events.</returns>
    public static int PerItemOf(State state) => state switch
    {
        MapState { ItemProcessor.ProcessorConfig.Mode: ProcessorMode.Distributed } => 0,

        // An iteration is started and succeeds.
        MapState map => 2 + OfMainPath(map.ItemProcessor) + MainPath.Of(map.ItemProcessor).Sum(name => PerItemOf(map.ItemProcessor.Find(name)!)),
        ParallelState parallel => parallel.Branches.Sum(branch => MainPath.Of(branch).Sum(name => PerItemOf(branch.Find(name)!))),
        _ => 0,
    };

    private static int OfMainPath(StateMachine machine) => MainPath.Of(machine).Sum(name => Of(machine.Find(name)!));
}
