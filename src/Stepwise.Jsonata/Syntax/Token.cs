using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, which is what JSONata calls its position.</param>
/// <param name="Text">The operator; the name without quotes and <c>$</c>; the string without quotes and escapes; the pattern of a regular expression.</param>
/// <param name="Value">The value of a number, of <c>true</c>, <c>false</c> and <c>null</c>.</param>
/// <param name="Flags">The flags of a regular expression.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, JsonValue? Value = null, string? Flags = null)
{
    /// <summary>What an error says of it: a number or a word with a value is that value, anything else its text.</summary>
    public JsonValue Said => Value ?? new JsonString(Text);
}
