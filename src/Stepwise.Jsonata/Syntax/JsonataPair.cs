namespace Stepwise.Jsonata.Syntax;

/// <summary>A key and a value in braces.</summary>
/// <param name="Key">The expression that returns the key.</param>
/// <param name="Value">The expression that returns the value.</param>
public readonly record struct JsonataPair(JsonataNode Key, JsonataNode Value);
