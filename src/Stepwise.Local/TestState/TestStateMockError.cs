namespace Stepwise.Local;

/// <summary>An error that a tested state's work is taken to end with.</summary>
/// <param name="Error">The error's name, as a Retry or Catch sees it; null for none.</param>
/// <param name="Cause">The cause; null for none.</param>
public sealed record TestStateMockError(string? Error, string? Cause = null);
