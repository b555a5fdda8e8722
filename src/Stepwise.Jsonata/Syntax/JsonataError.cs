using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>An error in the text of an expression.</summary>
/// <param name="Code">JSONata's error code, such as <c>S0201</c>.</param>
/// <param name="Message">JSONata's message.</param>
/// <param name="Position">The position as JSONata itself reports it: the offset after the token. To mark the text in an editor, use <paramref name="Start"/> and <paramref name="End"/>.</param>
/// <param name="Start">The offset of the wrong text, in UTF-16 units.</param>
/// <param name="End">The offset after the wrong text.</param>
/// <param name="Token">The token; null if the error does not concern a token.</param>
/// <param name="Value">The value in the message; null if the message has none.</param>
public sealed record JsonataError(string Code, string Message, int Position, int Start, int End, string? Token = null, JsonValue? Value = null);
