using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Symbols;

/// <summary>A property that is on the wire.</summary>
internal sealed record WireProperty(IPropertySymbol Symbol, string WireName, WireType Type)
{
    /// <summary>Whether System.Text.Json reads it.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Whether System.Text.Json leaves it out where it has the default of its type, which is what it means where it is missing.</summary>
    public bool IsLeftOutByDefault { get; init; }

    /// <summary>What it means where it is missing; null for one that is always written, and where the default is not known.</summary>
    public JsonValue? Default => IsLeftOutByDefault ? Type.Default : null;
}
