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

    /// <summary>What is asked.</summary>
    public JsonataNode Condition { get; }

    /// <summary>The value if so.</summary>
    public JsonataNode Then { get; }

    /// <summary>The value if not; null where there is none.</summary>
    public JsonataNode? Else { get; }
}
