namespace Stepwise.Jsonata.Syntax;

/// <summary>A call with a <c>?</c> among its arguments: a partial application.</summary>
public sealed class PartialNode : JsonataNode
{
    internal PartialNode(int start, JsonataNode procedure, IReadOnlyList<JsonataNode> arguments)
        : base(start)
    {
        Procedure = procedure;
        Arguments = arguments;
    }

    /// <summary>The expression that returns the function.</summary>
    public JsonataNode Procedure { get; }

    /// <summary>The arguments. A missing one is a <see cref="PlaceholderNode"/>.</summary>
    public IReadOnlyList<JsonataNode> Arguments { get; }
}
