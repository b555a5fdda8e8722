namespace Stepwise.StatesLanguage.Cost;

/// <summary>Counts the history events that a state adds to an execution if no state fails.</summary>
internal static class HistoryEvents
{
    /// <summary>Counts the events of a state. For a Map, the events of its items are not included.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The number of events.</returns>
    public static int Of(State state) => state switch
    {
        // A task is entered, scheduled, started, succeeded and exited. A task that outlives the call is also submitted.
        TaskState task => TaskResource.Parse(task.Resource).Pattern == TaskPattern.RequestResponse ? 5 : 6,
        MapState { ItemProcessor.ProcessorConfig.Mode: ProcessorMode.Distributed } => 6,
        MapState => 4,
        ParallelState parallel => 4 + parallel.Branches.Sum(OfMainPath),
        FailState => 1,
        _ => 2,
    };

    /// <summary>Counts the events that a state adds for each item of the inline Maps in it. Each item of a Distributed Map has a history of its own.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The number of events.</returns>
    public static int PerItemOf(State state) => state switch
    {
        MapState { ItemProcessor.ProcessorConfig.Mode: ProcessorMode.Distributed } => 0,

        // An iteration starts and succeeds.
        MapState map => 2 + OfMainPath(map.ItemProcessor) + MainPath.Of(map.ItemProcessor).Sum(name => PerItemOf(map.ItemProcessor.Find(name)!)),
        ParallelState parallel => parallel.Branches.Sum(branch => MainPath.Of(branch).Sum(name => PerItemOf(branch.Find(name)!))),
        _ => 0,
    };

    private static int OfMainPath(StateMachine machine) => MainPath.Of(machine).Sum(name => Of(machine.Find(name)!));
}
