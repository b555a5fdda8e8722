namespace Stepwise.StatesLanguage.Paths;

/// <summary>A step of a path.</summary>
public abstract record PathSegment;
