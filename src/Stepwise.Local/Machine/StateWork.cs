using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>The work of a Task, Parallel or Map in one attempt. The caller retries, catches and shapes the result.</summary>
internal abstract class StateWork
{
    /// <summary>Does the work once, and adds its events to the history.</summary>
    /// <param name="visit">The visit. <c>InputPath</c> has been applied to its input.</param>
    /// <returns>The raw result, before <c>ResultSelector</c>.</returns>
    /// <exception cref="StateException">The work fails.</exception>
    /// <exception cref="Stepwise.StatesLanguage.Evaluation.EvaluationException">A field cannot be evaluated.</exception>
    /// <exception cref="OperationCanceledException">The visit was ended. The events of the aborted work are in the history.</exception>
    public abstract ValueTask<JsonValue> PerformAsync(StateVisit visit);
}
