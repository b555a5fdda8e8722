namespace Stepwise.Jsonata.Syntax;

/// <summary><c>$a := b</c>.</summary>
public sealed class BindNode : JsonataNode
{
    internal BindNode(int start, VariableNode target, JsonataNode value)
        : base(start)
    {
        Target = target;
        Value = value;
    }

    /// <summary>The variable.</summary>
    public VariableNode Target { get; }

    /// <summary>The value of the variable.</summary>
    public JsonataNode Value { get; }
}
