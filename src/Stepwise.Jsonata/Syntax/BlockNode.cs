namespace Stepwise.Jsonata.Syntax;

/// <summary><c>(a; b)</c>: a block with a scope of its own. Its value is the value of its last expression.</summary>
public sealed class BlockNode : JsonataNode
{
    internal BlockNode(int start, IReadOnlyList<JsonataNode> expressions)
        : base(start)
    {
        Expressions = expressions;
    }

    /// <summary>The expressions.</summary>
    public IReadOnlyList<JsonataNode> Expressions { get; }
}
