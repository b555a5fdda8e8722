namespace Stepwise.Local;

/// <summary>The retrier or catcher that matched the failure of a tested state.</summary>
/// <param name="CatchIndex">The index of the catcher in <c>Catch</c>, from 0; null if no catcher caught the failure.</param>
/// <param name="RetryIndex">The index of the retrier in <c>Retry</c>, from 0; null if no retrier matches.</param>
/// <param name="RetryBackoffInterval">How long the retrier waits; null if it does not retry, or not again.</param>
public sealed record TestStateErrorDetails(int? CatchIndex, int? RetryIndex, TimeSpan? RetryBackoffInterval);
