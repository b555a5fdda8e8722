namespace Stepwise;

/// <summary>The input contract and ASL's <c>StartAt</c>; no state is emitted. The method's parameters are the input's properties;
/// a single parameter marked <see cref="PayloadAttribute"/> makes its type the input.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StartAttribute : Attribute
{
    /// <summary>The first state, as <c>nameof(State)</c>; ASL's <c>StartAt</c>.</summary>
    public string? Next { get; set; }
}
