namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects an element: <c>[0]</c>.</summary>
/// <param name="Index">The index, from 0. A negative index counts from the end: -1 is the last element.</param>
internal sealed record IndexSegment(int Index) : PathSegment;
