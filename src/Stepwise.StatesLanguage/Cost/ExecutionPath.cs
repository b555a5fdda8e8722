namespace Stepwise.StatesLanguage.Cost;

/// <summary>A path through a machine, and its cost.</summary>
/// <param name="Kind">How the path ends.</param>
/// <param name="States">The names of the states, in order. The last one ends the execution.</param>
/// <param name="Transitions">The number of state transitions without retries: one for each state that is entered, including states in branches of a Parallel.</param>
/// <param name="TransitionsPerItem">The number of additional transitions for each item of the Maps on the path; 0 if there is no Map.</param>
public sealed record ExecutionPath(ExecutionPathKind Kind, IReadOnlyList<string> States, int Transitions, int TransitionsPerItem)
{
    /// <summary>The number of transitions if all retries are used. A retry of a Parallel runs its branches again.</summary>
    public int TransitionsWithRetries { get; init; } = Transitions;

    /// <summary>The number of additional transitions for each item of the Maps if all retries are used.</summary>
    public int TransitionsPerItemWithRetries { get; init; } = TransitionsPerItem;

    /// <summary>The price of 1,000 executions, in US dollars, without the items of Maps.</summary>
    public decimal PricePerThousand => Transitions * CostEstimate.PricePerThousandTransitions;
}
