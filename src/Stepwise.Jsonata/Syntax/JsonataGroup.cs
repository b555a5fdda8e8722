namespace Stepwise.Jsonata.Syntax;

/// <summary><c>{key: value}</c> after a node: groups its items into an object.</summary>
public sealed record JsonataGroup
{
    internal JsonataGroup(IReadOnlyList<JsonataPair> members, int position)
    {
        Members = members;
        Position = position;
    }

    /// <summary>The pairs of key and value, in order.</summary>
    public IReadOnlyList<JsonataPair> Members { get; }

    /// <summary>The position in errors, as JSONata counts it.</summary>
    internal int Position { get; }
}
