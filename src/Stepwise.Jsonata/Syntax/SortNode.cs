namespace Stepwise.Jsonata.Syntax;

/// <summary><c>^(a, &gt;b)</c>. It occurs only as a step of a path.</summary>
public sealed class SortNode : JsonataNode
{
    internal SortNode(int start, IReadOnlyList<JsonataSortTerm> terms)
        : base(start)
    {
        Terms = terms;
    }

    /// <summary>The terms, the most important first.</summary>
    public IReadOnlyList<JsonataSortTerm> Terms { get; }
}
