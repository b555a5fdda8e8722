namespace Stepwise.Jsonata.Syntax;

/// <summary><c>(a; b)</c>: a scope, whose value is that of its last expression.</summary>
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
