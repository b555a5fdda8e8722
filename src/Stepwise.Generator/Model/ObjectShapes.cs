namespace Stepwise.Generator.Model;

/// <summary>A property of an object on the wire.</summary>
internal sealed record PropertyShape(string Name, string WireName, WireType Type, bool IsAlwaysPresent, ValueDocumentation? Documentation = null)
{
    /// <summary>Whether it is left out where it has the default of its type.</summary>
    public bool IsLeftOutByDefault { get; init; }

    /// <summary>Whether the object always has it.</summary>
    public bool IsRequired => !IsLeftOutByDefault && (!Type.IsNullable || IsAlwaysPresent);
}

/// <summary>An object on the wire: the properties in the order in which they are written.</summary>
/// <param name="TypeName">The <see cref="WireType.Name"/> of its type.</param>
/// <param name="Properties">The properties.</param>
internal sealed record ObjectShape(string TypeName, EquatableArray<PropertyShape> Properties);

/// <summary>The objects that the contracts of a workflow are made of.</summary>
internal sealed record ObjectShapes(EquatableArray<ObjectShape> All)
{
    public static readonly ObjectShapes None = new(default(EquatableArray<ObjectShape>));

    /// <summary>The shape of a type; null for a type that is not an object, and for an object whose properties are not known.</summary>
    public ObjectShape? FindShape(WireType type)
    {
        if (type.Kind is WireKind.Object)
        {
            foreach (var shape in All)
            {
                if (shape.TypeName == type.Name)
                {
                    return shape;
                }
            }
        }

        return null;
    }
}
