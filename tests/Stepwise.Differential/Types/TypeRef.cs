namespace Stepwise.Differential.Types;

/// <summary>A type at a place, such as <c>string?</c>.</summary>
/// <param name="Type">The type.</param>
/// <param name="Nullness">What the place says about null.</param>
internal sealed record TypeRef(CSharpType Type, Nullness Nullness = Nullness.NotNull)
{
    /// <summary>The C# spelling.</summary>
    public string Text { get; } = Nullness is Nullness.Nullable ? Type.Name + "?" : Type.Name;

    /// <summary>Whether a value that can reach the place may be null.</summary>
    public bool MayBeNull => Nullness is not Nullness.NotNull;

    /// <summary>Whether C# accepts the value as one that is not null.</summary>
    public bool CountsAsNotNull => Nullness is not Nullness.Nullable;

    public TypeRef NotNull => Nullness is Nullness.NotNull ? this : new(Type);

    public TypeRef Nullable => Nullness is Nullness.Nullable ? this : new(Type, Nullness.Nullable);

    public bool Equals(TypeRef? other) => other is not null && other.Text == Text && other.Nullness == Nullness;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
