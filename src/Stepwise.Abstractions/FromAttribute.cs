namespace Stepwise;

/// <summary>Reads a parameter from another value than the one of its own name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromAttribute : Attribute
{
    /// <summary>Names the source.</summary>
    /// <param name="source">A value, or a member of it as it is written in C#: <c>statusResult.Metrics.Answered</c>. The parameter's name stays the name in the payload.</param>
    public FromAttribute(string source) => Source = source;

    /// <summary>The source.</summary>
    public string Source { get; }
}
