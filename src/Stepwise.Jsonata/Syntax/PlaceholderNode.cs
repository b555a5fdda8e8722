namespace Stepwise.Jsonata.Syntax;

/// <summary><c>?</c> as an argument.</summary>
public sealed class PlaceholderNode : JsonataNode
{
    internal PlaceholderNode(int start)
        : base(start)
    {
    }
}
