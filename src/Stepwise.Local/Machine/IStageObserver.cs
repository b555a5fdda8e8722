using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>Observes the stages of a state's data, which <c>TestState</c> shows.</summary>
internal interface IStageObserver
{
    /// <summary>Called when a stage is reached.</summary>
    /// <param name="stage">The stage, as TestState names it: <c>afterInputPath</c>, <c>afterParameters</c>, <c>afterArguments</c>, <c>result</c>, <c>afterResultSelector</c>, <c>afterResultPath</c>, <c>variables</c>, ...</param>
    /// <param name="value">The data.</param>
    void OnStage(string stage, JsonValue value);

    /// <summary>How often each retrier has retried before this visit.</summary>
    int EarlierRetries { get; }

    /// <summary>Called when a retrier matches a failure.</summary>
    /// <param name="index">The index of the retrier.</param>
    /// <param name="delay">How long the retrier waits before the retry, or null if its attempts are used up.</param>
    /// <returns>Whether to try again. If false, the failure remains.</returns>
    bool OnRetrier(int index, TimeSpan? delay);

    /// <summary>Called when a failure is caught.</summary>
    /// <param name="index">The index of the catcher.</param>
    /// <param name="failure">The failure.</param>
    void OnCatcher(int index, StateException failure);
}
