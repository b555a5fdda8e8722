namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to the elements for which a condition holds: <c>[?(@.a == 1)]</c>.</summary>
/// <param name="Condition">The text of the condition, without <c>?(</c> and <c>)</c>; only its brackets and quotes are checked.</param>
internal sealed record FilterSegment(string Condition) : PathSegment;
