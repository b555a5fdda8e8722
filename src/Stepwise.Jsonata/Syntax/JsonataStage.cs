namespace Stepwise.Jsonata.Syntax;

/// <summary>What follows a step: a predicate or an index binding.</summary>
/// <param name="Position">The place that errors name.</param>
public abstract record JsonataStage(int Position);
