namespace Stepwise.Jsonata.Syntax;

/// <summary>A variable.</summary>
public sealed class VariableNode : JsonataNode
{
    internal VariableNode(int start, string name)
        : base(start)
    {
        Name = name;
    }

    /// <summary>The name without its first <c>$</c>: empty for the context item <c>$</c>, and <c>$</c> for the input <c>$$</c>.</summary>
    public string Name { get; }
}
