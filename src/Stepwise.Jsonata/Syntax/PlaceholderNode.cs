namespace Stepwise.Jsonata.Syntax;

/// <summary><c>?</c> in the place of an argument.</summary>
public sealed class PlaceholderNode : JsonataNode
{
    internal PlaceholderNode(int start)
        : base(start)
    {
    }
}
