namespace Stepwise.StatesLanguage.Permissions;

/// <summary>A condition of a statement.</summary>
/// <param name="Operator">The operator, such as <c>StringEquals</c>.</param>
/// <param name="Key">The condition key, such as <c>aws:SourceAccount</c>.</param>
/// <param name="Value">The value to compare with.</param>
public sealed record PolicyCondition(string Operator, string Key, string Value);
