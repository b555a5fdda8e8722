namespace Stepwise.Jsonata.Syntax;

/// <summary><c>**</c>: the value and all values inside it.</summary>
public sealed class DescendantNode : JsonataNode
{
    internal DescendantNode(int start)
        : base(start)
    {
    }
}
