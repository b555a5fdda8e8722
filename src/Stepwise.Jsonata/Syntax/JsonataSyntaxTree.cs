namespace Stepwise.Jsonata.Syntax;

/// <summary>What was read from an expression's text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Root">The tree; where nothing could be read, an <see cref="ErrorNode"/>.</param>
/// <param name="Errors">What is wrong, in the order of the text; empty for a valid expression.</param>
public sealed record JsonataSyntaxTree(string Text, JsonataNode Root, IReadOnlyList<JsonataError> Errors);
