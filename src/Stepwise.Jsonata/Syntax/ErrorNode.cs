namespace Stepwise.Jsonata.Syntax;

/// <summary>Stands for a part of the text that is not valid.</summary>
public sealed class ErrorNode : JsonataNode
{
    internal ErrorNode(int start, JsonataError error)
        : base(start)
    {
        Error = error;
    }

    /// <summary>The error.</summary>
    public JsonataError Error { get; }
}
