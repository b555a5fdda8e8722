namespace Stepwise;

/// <summary>Makes a method a Pass state. A method with a body computes a value; a partial method without one is a marker.</summary>
/// <example><code>
/// [Pass(ResultName = "message", Next = nameof(Done))]
/// public static string Greet(string name) => "Hello " + name;
/// </code></example>
public sealed class PassAttribute : TransitionAttribute
{
    /// <summary>The name under which later states read the value. Default: the value type's simple name in camel case.</summary>
    public string? ResultName { get; set; }
}
