namespace Stepwise.Jsonata.Syntax;

/// <summary>What a signature says about one parameter.</summary>
/// <param name="Types">The letters of the types that fit, <c>m</c> for a missing value among them.</param>
/// <param name="Type">The letter of the type, or <c>(</c> for a choice of several.</param>
/// <param name="IsOptional">Whether it can be left out (<c>?</c>).</param>
/// <param name="IsRepeated">Whether several arguments in a row go to it (<c>+</c>).</param>
/// <param name="UsesContext">Whether the context item takes its place when it is left out (<c>-</c>).</param>
/// <param name="Subtype">What stands in angle brackets behind it, such as the type of an array's items; null without.</param>
public sealed record JsonataParameter(string Types, char Type, bool IsOptional, bool IsRepeated, bool UsesContext, string? Subtype);
