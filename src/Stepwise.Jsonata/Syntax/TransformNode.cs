namespace Stepwise.Jsonata.Syntax;

/// <summary><c>|a|b, c|</c>: a function that returns a changed copy of its argument.</summary>
public sealed class TransformNode : JsonataNode
{
    internal TransformNode(int start, JsonataNode pattern, JsonataNode update, JsonataNode? delete)
        : base(start)
    {
        Pattern = pattern;
        Update = update;
        Delete = delete;
    }

    /// <summary>The expression that selects the objects to change.</summary>
    public JsonataNode Pattern { get; }

    /// <summary>The expression that returns the members to set.</summary>
    public JsonataNode Update { get; }

    /// <summary>The expression that returns the names of the members to remove; null if there is none.</summary>
    public JsonataNode? Delete { get; }
}
