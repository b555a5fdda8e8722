namespace Stepwise.Jsonata.Syntax;

/// <summary><c>a ~&gt; f</c>: passes a value to a function, or composes two functions.</summary>
public sealed class ApplyNode : JsonataNode
{
    internal ApplyNode(int start, JsonataNode left, JsonataNode right)
        : base(start)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The value, or the function to call first.</summary>
    public JsonataNode Left { get; }

    /// <summary>The function, or a call whose first argument is the value.</summary>
    public JsonataNode Right { get; }
}
