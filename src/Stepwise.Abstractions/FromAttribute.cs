namespace Stepwise;

/// <summary>Names the value that a parameter reads. Without this attribute a parameter reads the value that has its own name.</summary>
/// <example><code>
/// public static partial Task Report([From("statusResult.Metrics.Answered")] int answered);
/// </code></example>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromAttribute : Attribute
{
    /// <summary>Reads another value.</summary>
    /// <param name="source">A value, or a member of one as C# writes it: <c>statusResult.Metrics.Answered</c>. The name in the payload is still the parameter's.</param>
    public FromAttribute(string source) => Source = source;

    /// <summary>The value, or the member of a value, that the parameter reads.</summary>
    public string Source { get; }
}
