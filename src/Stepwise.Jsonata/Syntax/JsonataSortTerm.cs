namespace Stepwise.Jsonata.Syntax;

/// <summary>What a sequence is sorted by.</summary>
/// <param name="Expression">What is compared.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
public readonly record struct JsonataSortTerm(JsonataNode Expression, bool IsDescending);
