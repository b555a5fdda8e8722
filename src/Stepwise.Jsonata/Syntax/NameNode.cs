namespace Stepwise.Jsonata.Syntax;

/// <summary>The name of a member. It occurs only as a step of a path.</summary>
public sealed class NameNode : JsonataNode
{
    internal NameNode(int start, string name)
        : base(start)
    {
        Name = name;
    }

    /// <summary>The name, without quotes.</summary>
    public string Name { get; }
}
