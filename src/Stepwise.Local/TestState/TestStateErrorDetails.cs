namespace Stepwise.Local;

/// <summary>Who took care of a tested state's failure.</summary>
/// <param name="CatchIndex">The place of the catcher in <c>Catch</c>, from 0; null where none caught it.</param>
/// <param name="RetryIndex">The place of the retrier in <c>Retry</c>, from 0; null where none is responsible.</param>
/// <param name="RetryBackoffInterval">How long the retrier waits; null where it does not retry (any more).</param>
public sealed record TestStateErrorDetails(int? CatchIndex, int? RetryIndex, TimeSpan? RetryBackoffInterval);
