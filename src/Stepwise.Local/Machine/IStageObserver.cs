using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>Is told the stages of a state's data as they come up: what <c>TestState</c> shows.</summary>
internal interface IStageObserver
{
    /// <summary>A stage is reached.</summary>
    /// <param name="stage">The stage, as TestState names it: <c>afterInputPath</c>, <c>afterParameters</c>, <c>afterArguments</c>, <c>result</c>, <c>afterResultSelector</c>, <c>afterResultPath</c>, <c>variables</c>, ...</param>
    /// <param name="value">The data.</param>
    void OnStage(string stage, JsonValue value);

    /// <summary>How often each retrier has retried before this visit.</summary>
    int EarlierRetries { get; }

    /// <summary>A retrier is responsible for a failure.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="delay">How long it waits before the retry; null where its attempts are used up.</param>
    /// <returns>Whether to try again; where not, the failure stands.</returns>
    bool OnRetrier(int index, TimeSpan? delay);

    /// <summary>A failure is caught.</summary>
    /// <param name="index">The place of the catcher.</param>
    /// <param name="failure">The failure.</param>
    void OnCatcher(int index, StateException failure);
}
