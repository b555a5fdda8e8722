namespace Stepwise.Jsonata.Syntax;

/// <summary>What stands on the left of an operator while it is read: the finished node, and what it was as written, on which some operators depend.</summary>
/// <param name="Node">The node, its path flattened.</param>
/// <param name="Form">What it was.</param>
/// <param name="Inner">What it was below its predicates, where <c>[]</c> acts.</param>
/// <param name="Token">The token that made it.</param>
internal readonly record struct Operand(JsonataNode Node, OperandForm Form, OperandForm Inner, Token Token)
{
    public Operand(JsonataNode node, OperandForm form, Token token)
        : this(node, form, form, token)
    {
    }
}
