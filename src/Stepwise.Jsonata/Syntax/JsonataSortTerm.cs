namespace Stepwise.Jsonata.Syntax;

/// <summary>A term of a sort.</summary>
/// <param name="Expression">The expression whose values are compared.</param>
/// <param name="IsDescending">Whether the greatest value comes first.</param>
public readonly record struct JsonataSortTerm(JsonataNode Expression, bool IsDescending);
