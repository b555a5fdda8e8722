namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to a range of elements: <c>[1:3]</c>.</summary>
/// <param name="Start">The first place; null means from the start; a negative one counts from the end.</param>
/// <param name="End">The place after the last; null means to the end; a negative one counts from the end.</param>
public sealed record SliceSegment(int? Start, int? End) : PathSegment;
