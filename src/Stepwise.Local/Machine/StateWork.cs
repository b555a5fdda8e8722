using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>What a Task, Parallel or Map does in one attempt. Whoever calls it retries, catches and shapes the result.</summary>
internal abstract class StateWork
{
    /// <summary>Does the work once, and notes it in the history.</summary>
    /// <param name="visit">The visit; its input has passed <c>InputPath</c>.</param>
    /// <returns>The raw result, before <c>ResultSelector</c>.</returns>
    /// <exception cref="StateException">The work fails.</exception>
    /// <exception cref="Stepwise.StatesLanguage.Evaluation.EvaluationException">A field cannot be evaluated.</exception>
    /// <exception cref="OperationCanceledException">The visit was ended; what was under way has been noted as aborted.</exception>
    public abstract ValueTask<JsonValue> PerformAsync(StateVisit visit);
}
