using Microsoft.CodeAnalysis;
using Stepwise.Json;

namespace Stepwise.Generator.Symbols;

/// <summary>How places of a type tell the types apart that derive from it.</summary>
/// <param name="Discriminator">The name of the member that says which it is.</param>
/// <param name="Derived">The types that are known.</param>
/// <param name="WritesBase">Whether the members of the base type are written for a type that is not known, which is an error otherwise.</param>
internal sealed record Polymorphism(string Discriminator, IReadOnlyList<DerivedType> Derived, bool WritesBase)
{
    /// <summary>The entry of a type; null for one that is not known.</summary>
    public DerivedType? Find(ITypeSymbol type) => Derived.FirstOrDefault(derived => SymbolEqualityComparer.Default.Equals(derived.Type, type));
}

/// <summary>A type that a polymorphic place can hold.</summary>
/// <param name="Type">The type.</param>
/// <param name="Value">The discriminator, a string or a number; null for a type that is written without.</param>
internal sealed record DerivedType(ITypeSymbol Type, JsonValue? Value);
