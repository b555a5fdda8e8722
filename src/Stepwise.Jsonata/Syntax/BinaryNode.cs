namespace Stepwise.Jsonata.Syntax;

/// <summary>Two operands and an operator between them.</summary>
public sealed class BinaryNode : JsonataNode
{
    internal BinaryNode(int start, JsonataOperator @operator, JsonataNode left, JsonataNode right)
        : base(start)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>The operator.</summary>
    public JsonataOperator Operator { get; }

    /// <summary>The operand on the left.</summary>
    public JsonataNode Left { get; }

    /// <summary>The operand on the right.</summary>
    public JsonataNode Right { get; }
}
