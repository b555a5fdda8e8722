namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to every element or member: <c>[*]</c> or <c>.*</c>.</summary>
internal sealed record WildcardSegment : PathSegment;
