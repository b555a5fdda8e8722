namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects a range of elements: <c>[1:3]</c>.</summary>
/// <param name="Start">The first index; null means 0. A negative index counts from the end.</param>
/// <param name="End">The index after the last element; null means the end. A negative index counts from the end.</param>
/// <param name="Step">The number after a second colon, or null if the slice has no second colon. AWS's path library accepts the number and ignores it.</param>
internal sealed record SliceSegment(int? Start, int? End, int? Step = null) : PathSegment;
