using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>What is wrong in the text of an expression.</summary>
/// <param name="Code">JSONata's code, such as <c>S0201</c>.</param>
/// <param name="Message">JSONata's text for it.</param>
/// <param name="Position">The place as JSONata counts it: behind the token.</param>
/// <param name="Start">Where the text that is wrong begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Token">The token; null where it plays no part.</param>
/// <param name="Value">A value that the text names; null where it plays no part.</param>
public sealed record JsonataError(string Code, string Message, int Position, int Start, int End, string? Token = null, JsonValue? Value = null);
