namespace Stepwise.Jsonata.Syntax;

/// <summary><c>|a|b, c|</c>: a function that gives a copy with changes.</summary>
public sealed class TransformNode : JsonataNode
{
    internal TransformNode(int start, JsonataNode pattern, JsonataNode update, JsonataNode? delete)
        : base(start)
    {
        Pattern = pattern;
        Update = update;
        Delete = delete;
    }

    /// <summary>What finds the objects to change.</summary>
    public JsonataNode Pattern { get; }

    /// <summary>What gives the members to set.</summary>
    public JsonataNode Update { get; }

    /// <summary>What gives the names of the members to remove; null where there is none.</summary>
    public JsonataNode? Delete { get; }
}
