namespace Stepwise.Jsonata.Syntax;

/// <summary><c>a ~&gt; f</c>: the value given to a function, or two functions made one.</summary>
public sealed class ApplyNode : JsonataNode
{
    internal ApplyNode(int start, JsonataNode left, JsonataNode right)
        : base(start)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The value, or the function that is called first.</summary>
    public JsonataNode Left { get; }

    /// <summary>The function, or a call that lacks its first argument.</summary>
    public JsonataNode Right { get; }
}
