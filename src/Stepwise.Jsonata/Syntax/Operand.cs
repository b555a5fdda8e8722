namespace Stepwise.Jsonata.Syntax;

/// <summary>The left operand of an operator during parsing: the finished node, and its form as written, on which some operators depend.</summary>
/// <param name="Node">The node, with its path flattened.</param>
/// <param name="Form">The form as written.</param>
/// <param name="Inner">The form below the predicates, to which <c>[]</c> applies.</param>
/// <param name="Token">The token that created the node.</param>
internal readonly record struct Operand(JsonataNode Node, OperandForm Form, OperandForm Inner, Token Token)
{
    public Operand(JsonataNode node, OperandForm form, Token token)
        : this(node, form, form, token)
    {
    }
}
