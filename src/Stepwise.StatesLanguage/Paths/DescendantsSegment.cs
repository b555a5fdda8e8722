namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to the value and everything in it, to which the next segment is applied: <c>..</c>.</summary>
internal sealed record DescendantsSegment : PathSegment;
