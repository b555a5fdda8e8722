namespace Stepwise.Jsonata.Syntax;

/// <summary>The place of something that could not be read.</summary>
public sealed class ErrorNode : JsonataNode
{
    internal ErrorNode(int start, JsonataError error)
        : base(start)
    {
        Error = error;
    }

    /// <summary>What is wrong.</summary>
    public JsonataError Error { get; }
}
