using Stepwise.Differential.Running;

namespace Stepwise.Differential.Graphs;

/// <summary>What a task answers: an error with its cause, or a result.</summary>
/// <param name="Error">The error; null if the task succeeds.</param>
/// <param name="Cause">The cause of the error.</param>
/// <param name="Result">The result; null if nothing is read of it.</param>
internal sealed record TaskOutcome(string? Error, string? Cause, PooledValue? Result);
