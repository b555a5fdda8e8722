namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to every element or member: <c>[*]</c> or <c>.*</c>.</summary>
public sealed record WildcardSegment : PathSegment;
