namespace Stepwise.StatesLanguage.Paths;

/// <summary>A step of a path.</summary>
internal abstract record PathSegment;
