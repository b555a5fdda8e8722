namespace Stepwise.StatesLanguage.Paths;

/// <summary>Selects a member: <c>.name</c> or <c>['name']</c>.</summary>
/// <param name="Name">The name of the member.</param>
internal sealed record MemberSegment(string Name) : PathSegment;
