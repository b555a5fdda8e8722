namespace Stepwise.Jsonata.Syntax;

/// <summary>The syntax tree of an expression.</summary>
/// <param name="Text">The text of the expression.</param>
/// <param name="Root">The root node. Parts that are not valid are <see cref="ErrorNode"/>s.</param>
/// <param name="Errors">The errors, in the order of the text; empty if the expression is valid. The first one is the error with which JSONata itself would stop.</param>
public sealed record JsonataSyntaxTree(string Text, JsonataNode Root, IReadOnlyList<JsonataError> Errors);
