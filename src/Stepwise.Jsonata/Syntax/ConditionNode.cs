namespace Stepwise.Jsonata.Syntax;

/// <summary><c>a ? b : c</c>.</summary>
public sealed class ConditionNode : JsonataNode
{
    internal ConditionNode(int start, JsonataNode condition, JsonataNode then, JsonataNode? @else)
        : base(start)
    {
        Condition = condition;
        Then = then;
        Else = @else;
    }

    /// <summary>The condition.</summary>
    public JsonataNode Condition { get; }

    /// <summary>The value if the condition is true.</summary>
    public JsonataNode Then { get; }

    /// <summary>The value if the condition is false; null if the expression has no such part.</summary>
    public JsonataNode? Else { get; }
}
