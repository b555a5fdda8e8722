namespace Stepwise.Jsonata.Syntax;

/// <summary>A call with a <c>?</c> among its arguments: a function of what is missing.</summary>
public sealed class PartialNode : JsonataNode
{
    internal PartialNode(int start, JsonataNode procedure, IReadOnlyList<JsonataNode> arguments)
        : base(start)
    {
        Procedure = procedure;
        Arguments = arguments;
    }

    /// <summary>What gives the function.</summary>
    public JsonataNode Procedure { get; }

    /// <summary>The arguments; <see cref="PlaceholderNode"/> for those that are missing.</summary>
    public IReadOnlyList<JsonataNode> Arguments { get; }
}
