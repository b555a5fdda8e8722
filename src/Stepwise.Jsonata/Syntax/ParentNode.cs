namespace Stepwise.Jsonata.Syntax;

/// <summary><c>%</c>: the object that contains the item.</summary>
public sealed class ParentNode : JsonataNode
{
    internal ParentNode(int start, JsonataAncestor slot)
        : base(start)
    {
        Slot = slot;
    }

    /// <summary>The label under which a step to the left keeps the object.</summary>
    internal JsonataAncestor Slot { get; }
}
