namespace Stepwise.Local;

/// <summary>A failure of a state's work, whether or not it was retried or caught.</summary>
/// <param name="At">When.</param>
/// <param name="Error">The error's name; null for none.</param>
/// <param name="Cause">The cause; null for none.</param>
public sealed record VisitFailure(DateTimeOffset At, string? Error, string? Cause);
