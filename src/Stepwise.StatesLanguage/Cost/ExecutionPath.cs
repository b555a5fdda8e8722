namespace Stepwise.StatesLanguage.Cost;

/// <summary>A way through a machine and what it costs.</summary>
/// <param name="Kind">How it ends.</param>
/// <param name="States">The names of the states, in order; the last is where it ends.</param>
/// <param name="Transitions">How many state transitions it takes: one for each state that is entered, those in branches of a Parallel included. Each retry adds one.</param>
/// <param name="TransitionsPerItem">How many more it takes for each item of the Maps on it; 0 when there are none.</param>
public sealed record ExecutionPath(ExecutionPathKind Kind, IReadOnlyList<string> States, int Transitions, int TransitionsPerItem)
{
    /// <summary>The transitions when every retry is used; a Parallel that is retried runs its branches again.</summary>
    public int TransitionsWithRetries { get; init; } = Transitions;

    /// <summary>The transitions for each item of the Maps when every retry is used.</summary>
    public int TransitionsPerItemWithRetries { get; init; } = TransitionsPerItem;

    /// <summary>What 1,000 executions cost in US dollars, without items of Maps.</summary>
    public decimal PricePerThousand => Transitions * CostEstimate.PricePerThousandTransitions;
}
