namespace Stepwise.StatesLanguage.Paths;

/// <summary>A segment of a path.</summary>
internal abstract record PathSegment;
