namespace Stepwise.Jsonata.Syntax;

/// <summary><c>**</c>: the value itself and everything in it.</summary>
public sealed class DescendantNode : JsonataNode
{
    internal DescendantNode(int start)
        : base(start)
    {
    }
}
