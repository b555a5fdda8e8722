namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to an element: <c>[0]</c>.</summary>
/// <param name="Index">The place, counted from 0; a negative one counts from the end, -1 being the last.</param>
internal sealed record IndexSegment(int Index) : PathSegment;
