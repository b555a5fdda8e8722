namespace Stepwise.Generator.Model;

/// <summary>What an ending state puts into the output.</summary>
/// <param name="Type">The type of the whole output, where it has a name in C#; null for the properties alone, and for a state that puts out nothing.</param>
/// <param name="Properties">The properties of an output whose type has no name.</param>
internal sealed record OutputModel(WireType? Type, EquatableArray<PropertyShape> Properties = default)
{
    /// <summary>The output of a state that computes none.</summary>
    public static readonly OutputModel None = new(Type: null);
}
