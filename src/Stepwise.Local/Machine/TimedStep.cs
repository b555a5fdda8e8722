using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A state that takes time: Wait, Task, Parallel, Map.</summary>
internal abstract class TimedStep(State state, AslQueryLanguage language, HistoryEventType entered, HistoryEventType exited, HistoryEventType aborted) : Step(state, language, entered, exited)
{
    /// <summary>The event of a state that is aborted.</summary>
    public HistoryEventType Aborted { get; } = aborted;

    /// <summary>Runs the state, from entering it to leaving it.</summary>
    /// <param name="visit">The visit.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="StateException">The state fails.</exception>
    /// <exception cref="StatesLanguage.Evaluation.EvaluationException">A field cannot be evaluated.</exception>
    /// <exception cref="OperationCanceledException">The visit was ended.</exception>
    public abstract ValueTask<StepEnd> PerformAsync(StateVisit visit);
}
