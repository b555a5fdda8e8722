namespace Stepwise.Jsonata.Syntax;

/// <summary><c>[a]</c> behind a step: a number takes the item of that place, anything else keeps the items for which it holds.</summary>
/// <param name="Predicate">What is asked of each item.</param>
/// <param name="Position">The place that errors name.</param>
public sealed record FilterStage(JsonataNode Predicate, int Position) : JsonataStage(Position);
