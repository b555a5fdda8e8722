using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state whose work can fail and be retried: Task, Parallel, Map.</summary>
public abstract record WorkState : TransitionState
{
    /// <summary>ASL <c>ResultSelector</c> (JSONPath): the payload template that shapes the result; null when absent.</summary>
    public JsonValue? ResultSelector { get; init; }

    /// <summary>ASL <c>ResultPath</c> (JSONPath): where the result is put; null when absent, which means <c>$</c>.</summary>
    public JsonPathField? ResultPath { get; init; }

    /// <summary>ASL <c>Retry</c>, in the order in which the retriers are tried; null when absent.</summary>
    public IReadOnlyList<Retrier>? Retry { get; init; }

    /// <summary>ASL <c>Catch</c>, in the order in which the catchers are tried; null when absent.</summary>
    public IReadOnlyList<Catcher>? Catch { get; init; }
}
