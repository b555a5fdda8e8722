using Stepwise.Json;

namespace Stepwise.Local.Interpretation;

/// <summary>Is told the stages of a state's data as they come up: what <c>TestState</c> shows.</summary>
internal interface IStageObserver
{
    /// <summary>A stage is reached.</summary>
    /// <param name="stage">The stage, as TestState names it: <c>afterInputPath</c>, <c>afterParameters</c>, <c>afterArguments</c>, <c>result</c>, <c>afterResultSelector</c>, <c>afterResultPath</c>, <c>variables</c>, ...</param>
    /// <param name="value">The data.</param>
    void OnStage(string stage, JsonValue value);
}
