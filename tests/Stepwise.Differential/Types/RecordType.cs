namespace Stepwise.Differential.Types;

/// <summary>A record or a class with properties.</summary>
internal sealed class RecordType(string name, Creation creation) : CSharpType(name)
{
    /// <summary>All properties, those of the base first.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>The properties of the primary constructor, in its order.</summary>
    public int Positions { get; set; }

    public Creation Creation => creation;

    /// <summary>The derived types with their discriminators, if the type is abstract.</summary>
    public List<(string Discriminator, RecordType Type)> Derived { get; } = [];

    /// <summary>The declaration in C#.</summary>
    public string Declaration { get; set; } = "";
}
