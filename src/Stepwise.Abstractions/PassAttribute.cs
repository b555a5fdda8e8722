namespace Stepwise;

/// <summary>A Pass state: a marker where the method has no body, else the value that its body computes.</summary>
public sealed class PassAttribute : TransitionAttribute
{
    /// <summary>The name under which later states read the value. Default: the type's simple name in camel case.</summary>
    public string? ResultName { get; set; }
}
