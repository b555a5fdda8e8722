namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects the elements for which a condition is true: <c>[?(@.a == 1)]</c>.</summary>
/// <param name="Condition">The text of the condition, without <c>?(</c> and <c>)</c>. The parser checks only its brackets and quotes.</param>
internal sealed record FilterSegment(string Condition) : PathSegment;
