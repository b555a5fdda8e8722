namespace Stepwise.Jsonata.Syntax;

/// <summary><c>*</c>: the values of all members.</summary>
public sealed class WildcardNode : JsonataNode
{
    internal WildcardNode(int start)
        : base(start)
    {
    }
}
