using Stepwise.Json;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>A constant argument.</summary>
/// <param name="Value">A string, number, boolean or null; a string without its quotes and escapes, but see <see cref="Template"/>.</param>
/// <param name="Template">For a string: its text with <c>\{</c>, <c>\}</c> and <c>\\</c> still escaped, as <c>States.Format</c> needs it; otherwise null.</param>
internal sealed record LiteralArgument(JsonValue Value, string? Template) : IntrinsicArgument;
