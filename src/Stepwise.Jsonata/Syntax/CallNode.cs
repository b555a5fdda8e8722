namespace Stepwise.Jsonata.Syntax;

/// <summary>A call of a function.</summary>
public sealed class CallNode : JsonataNode
{
    internal CallNode(int start, JsonataNode procedure, IReadOnlyList<JsonataNode> arguments)
        : base(start)
    {
        Procedure = procedure;
        Arguments = arguments;
    }

    /// <summary>The expression that returns the function.</summary>
    public JsonataNode Procedure { get; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<JsonataNode> Arguments { get; }
}
