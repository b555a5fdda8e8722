namespace Stepwise.StatesLanguage.Paths;

/// <summary>Goes to a member: <c>.name</c> or <c>['name']</c>.</summary>
/// <param name="Name">The member's name.</param>
internal sealed record MemberSegment(string Name) : PathSegment;
