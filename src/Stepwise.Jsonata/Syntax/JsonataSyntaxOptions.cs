namespace Stepwise.Jsonata.Syntax;

/// <summary>How an expression is read.</summary>
public sealed record JsonataSyntaxOptions
{
    /// <summary>JSONata 2.0.6, as it is.</summary>
    public static JsonataSyntaxOptions Default { get; } = new();

    /// <summary>Whether the operators that came after 2.0.6 are read: <c>??</c> and <c>?:</c>. Default: no.</summary>
    public bool AllowNewerOperators { get; init; }

    /// <summary>How deep expressions may lie in each other. Default: 500.</summary>
    public int MaxDepth { get; init; } = 500;
}
