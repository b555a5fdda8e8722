namespace Stepwise.Jsonata.Syntax;

/// <summary><c>-</c> before an operand.</summary>
public sealed class NegateNode : JsonataNode
{
    internal NegateNode(int start, JsonataNode operand)
        : base(start)
    {
        Operand = operand;
    }

    /// <summary>The operand.</summary>
    public JsonataNode Operand { get; }
}
