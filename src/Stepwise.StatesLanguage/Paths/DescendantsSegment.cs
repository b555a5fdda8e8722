namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects the value and all values inside it: <c>..</c>. The next segment is applied to each of them.</summary>
internal sealed record DescendantsSegment : PathSegment;
