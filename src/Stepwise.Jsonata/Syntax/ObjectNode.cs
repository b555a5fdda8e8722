namespace Stepwise.Jsonata.Syntax;

/// <summary><c>{"a": b}</c>.</summary>
public sealed class ObjectNode : JsonataNode
{
    internal ObjectNode(int start, IReadOnlyList<JsonataPair> members)
        : base(start)
    {
        Members = members;
    }

    /// <summary>The members.</summary>
    public IReadOnlyList<JsonataPair> Members { get; }
}
