namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects several elements or members: <c>[0,2]</c> or <c>['a','b']</c>.</summary>
/// <param name="Parts">The elements (<see cref="IndexSegment"/>) or members (<see cref="MemberSegment"/>), at least two.</param>
internal sealed record UnionSegment(IReadOnlyList<PathSegment> Parts) : PathSegment;
