namespace Stepwise.Local;

/// <summary>The mocked error of a tested state's work.</summary>
/// <param name="Error">The error's name, as a Retry or Catch sees it; null for none.</param>
/// <param name="Cause">The cause; null for none.</param>
public sealed record TestStateMockError(string? Error, string? Cause = null);
