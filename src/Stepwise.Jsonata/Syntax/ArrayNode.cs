namespace Stepwise.Jsonata.Syntax;

/// <summary><c>[a, b]</c>.</summary>
public sealed class ArrayNode : JsonataNode
{
    internal ArrayNode(int start, IReadOnlyList<JsonataNode> items)
        : base(start)
    {
        Items = items;
    }

    /// <summary>The elements.</summary>
    public IReadOnlyList<JsonataNode> Items { get; }
}
