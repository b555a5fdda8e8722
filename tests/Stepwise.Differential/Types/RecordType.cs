namespace Stepwise.Differential.Types;

/// <summary>How a record is created.</summary>
internal enum Creation
{
    /// <summary>By its primary constructor.</summary>
    Positional,

    /// <summary>By an object initializer.</summary>
    Initializer,

    /// <summary>Not by random expressions.</summary>
    None,
}

/// <summary>Which values of a property are left out of the JSON.</summary>
internal enum Ignoring
{
    /// <summary>Null, as the workflow's options say.</summary>
    Default,

    /// <summary>None: null is written.</summary>
    Never,

    /// <summary>The default of the type.</summary>
    WhenDefault,
}

/// <summary>A property.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="WireName">Its name in JSON; null for the name that the naming policy gives.</param>
/// <param name="Ignoring">Which values are left out.</param>
/// <param name="IsTextEnum">Whether the property's own converter writes an enum as text.</param>
/// <param name="IsTextNumber">Whether a number is written as text.</param>
internal sealed record Member(string Name, TypeRef Type, string? WireName = null, Ignoring Ignoring = Ignoring.Default, bool IsTextEnum = false, bool IsTextNumber = false)
{
    /// <summary>The name in JSON of a workflow whose names are in camel case.</summary>
    public string JsonName => WireName ?? char.ToLowerInvariant(Name[0]) + Name[1..];
}

/// <summary>A record or a class with properties.</summary>
internal sealed class RecordType(string name, Creation creation, bool isStruct = false) : CSharpType(name)
{
    /// <summary>All properties, those of the base first.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>The properties of the primary constructor, in its order.</summary>
    public int Positions { get; set; }

    public Creation Creation => creation;

    public override bool IsValueType => isStruct;

    /// <summary>The derived types with their discriminators, if the type is abstract.</summary>
    public List<(string Discriminator, RecordType Type)> Derived { get; } = [];

    /// <summary>The declaration in C#.</summary>
    public string Declaration { get; set; } = "";
}
