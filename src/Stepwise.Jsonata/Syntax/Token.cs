using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>A token.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character, which JSONata calls its position.</param>
/// <param name="Text">The operator; the name without quotes and <c>$</c>; the string without quotes and escapes; the pattern of a regular expression.</param>
/// <param name="Value">The value of a number, of <c>true</c>, <c>false</c> and <c>null</c>.</param>
/// <param name="Flags">The flags of a regular expression.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, JsonValue? Value = null, string? Flags = null)
{
    /// <summary>The token in a message: the value if it has one, otherwise the text.</summary>
    public JsonValue Said => Value ?? new JsonString(Text);
}
