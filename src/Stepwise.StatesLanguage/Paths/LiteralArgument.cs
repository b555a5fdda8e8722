using Stepwise.Json;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>A constant argument.</summary>
/// <param name="Value">A string, a number, a boolean or null. A string is without its quotes and escapes.</param>
/// <param name="Template">The text of a string in which <c>\{</c>, <c>\}</c> and <c>\\</c> are still escaped, which <c>States.Format</c> needs; null for other values.</param>
internal sealed record LiteralArgument(JsonValue Value, string? Template) : IntrinsicArgument;
