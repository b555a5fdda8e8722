namespace Stepwise.Jsonata.Syntax;

/// <summary>A name and a value in braces; both are expressions.</summary>
/// <param name="Key">What gives the name.</param>
/// <param name="Value">What gives the value.</param>
public readonly record struct JsonataPair(JsonataNode Key, JsonataNode Value);
