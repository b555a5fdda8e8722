namespace Stepwise.Jsonata.Syntax;

/// <summary>The syntax that the parser accepts.</summary>
public sealed record JsonataSyntaxOptions
{
    /// <summary>The syntax of JSONata 2.0.6.</summary>
    public static JsonataSyntaxOptions Default { get; } = new();

    /// <summary>Whether to accept the operators <c>??</c> and <c>?:</c>, which are newer than 2.0.6. The default is false.</summary>
    public bool AllowNewerOperators { get; init; }

    /// <summary>The greatest depth of nested expressions. The default is 500.</summary>
    public int MaxDepth { get; init; } = 500;
}
