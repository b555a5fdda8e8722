namespace Stepwise.Jsonata.Syntax;

/// <summary><c>#$i</c> behind a predicate.</summary>
/// <param name="Variable">The variable's name without <c>$</c>.</param>
/// <param name="Position">The place that errors name.</param>
public sealed record IndexStage(string Variable, int Position) : JsonataStage(Position);
