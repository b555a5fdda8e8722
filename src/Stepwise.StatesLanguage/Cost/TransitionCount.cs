namespace Stepwise.StatesLanguage.Cost;

/// <summary>Counts state transitions. A number that is too large for an <see cref="int"/> becomes <see cref="int.MaxValue"/>.</summary>
/// <param name="Transitions">One for each state that is entered, including states in branches of a Parallel.</param>
/// <param name="PerItem">The additional transitions for each item of the Maps.</param>
/// <param name="WithRetries">The same as <paramref name="Transitions"/>, if all retries are used.</param>
/// <param name="PerItemWithRetries">The same as <paramref name="PerItem"/>, if all retries are used.</param>
internal readonly record struct TransitionCount(int Transitions, int PerItem, int WithRetries, int PerItemWithRetries)
{
    public static TransitionCount Of(IEnumerable<State> states)
    {
        var sum = default(TransitionCount);
        foreach (var state in states)
        {
            var one = Of(state);
            sum = new(Bounded((long)sum.Transitions + one.Transitions), Bounded((long)sum.PerItem + one.PerItem), Bounded((long)sum.WithRetries + one.WithRetries), Bounded((long)sum.PerItemWithRetries + one.PerItemWithRetries));
        }

        return sum;
    }

    private static TransitionCount Of(State state) => state switch
    {
        TaskState task => new(1, 0, Bounded(Tries(task)), 0),
        MapState map => Of(map),
        ParallelState parallel => Of(parallel),
        _ => new(1, 0, 1, 0),
    };

    /// <summary>A retry of a Parallel runs its branches again.</summary>
    private static TransitionCount Of(ParallelState parallel)
    {
        var (tries, inner) = (Tries(parallel), Of(parallel.Branches.SelectMany(MainStates)));
        return new(Bounded(1L + inner.Transitions), inner.PerItem, Bounded(tries * (1L + inner.WithRetries)), Bounded(tries * inner.PerItemWithRetries));
    }

    /// <summary>A retry of a Map runs its items again. Items that are Express executions have no transitions, because Express executions are billed by duration.</summary>
    private static TransitionCount Of(MapState map)
    {
        var tries = Tries(map);
        if (map.ItemProcessor.ProcessorConfig is { Mode: ProcessorMode.Distributed, ExecutionType: StateMachineType.Express })
        {
            return new(1, 0, Bounded(tries), 0);
        }

        var inner = Of(MainStates(map.ItemProcessor));
        return new(1, Bounded((long)inner.Transitions + inner.PerItem), Bounded(tries), Bounded(tries * ((long)inner.WithRetries + inner.PerItemWithRetries)));
    }

    private static IEnumerable<State> MainStates(StateMachine machine) => MainPath.Of(machine).Select(name => machine.Find(name)!);

    /// <summary>The number of attempts: the first one, and the retries of all retriers, each of which has its own count.</summary>
    private static long Tries(WorkState state) => 1 + (state.Retry ?? []).Sum(retrier => (long)Math.Max(0, retrier.MaxAttempts ?? Retrier.DefaultMaxAttempts));

    private static int Bounded(long number) => (int)Math.Min(number, int.MaxValue);
}
