namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to a range of elements: <c>[1:3]</c>.</summary>
/// <param name="Start">The first place; null means from the start; a negative one counts from the end.</param>
/// <param name="End">The place after the last; null means to the end; a negative one counts from the end.</param>
/// <param name="Step">What stands behind a second colon; AWS's path library reads it and takes every element all the same.</param>
internal sealed record SliceSegment(int? Start, int? End, int? Step = null) : PathSegment;
