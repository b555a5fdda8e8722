namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects all elements or members: <c>[*]</c> or <c>.*</c>.</summary>
internal sealed record WildcardSegment : PathSegment;
