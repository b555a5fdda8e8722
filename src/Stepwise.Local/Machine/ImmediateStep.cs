using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A state that takes no time and waits for nothing: Pass, Choice, Succeed, Fail.</summary>
internal abstract class ImmediateStep(State state, AslQueryLanguage language, HistoryEventType entered, HistoryEventType? exited) : Step(state, language, entered, exited)
{
    /// <summary>Runs the state, from entering it to leaving it.</summary>
    /// <param name="visit">The visit.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="StateException">The state fails.</exception>
    /// <exception cref="StatesLanguage.Evaluation.EvaluationException">A field cannot be evaluated.</exception>
    public abstract StepEnd Perform(StateVisit visit);
}
