using Stepwise.StatesLanguage.Catalogue;

namespace Stepwise.Catalogue;

/// <summary>A shape as the catalogue keeps it. Other shapes stand in it as their positions in the table.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="TypeName">The name of the type in the model; empty if the catalogue does not keep it.</param>
internal sealed record ModelShape(ApiShapeKind Kind, string TypeName)
{
    public IReadOnlyList<ModelMember> Members { get; init; } = [];

    public IReadOnlyList<string> Values { get; init; } = [];

    public int Element { get; init; }
}

/// <summary>A member as the catalogue keeps it.</summary>
internal sealed record ModelMember(string Name, bool IsRequired, int Shape);
