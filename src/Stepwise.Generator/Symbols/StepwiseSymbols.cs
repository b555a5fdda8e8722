using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Symbols;

/// <summary>Tells Stepwise's own types from types of the same name in other assemblies.</summary>
internal static class StepwiseSymbols
{
    /// <summary>The namespace of Stepwise's types.</summary>
    public const string Namespace = "Stepwise";

    /// <summary>A type that only Stepwise's own assembly has: what the generator emits.</summary>
    private const string Marker = Namespace + ".WorkflowArtifactAttribute";

    /// <summary>Whether a type is one of Stepwise's. The assembly decides: any assembly can have a namespace of that name.</summary>
    public static bool Contains(ITypeSymbol type) =>
        type.ContainingType is null && IsNamespace(type.ContainingNamespace) && type.ContainingAssembly?.GetTypeByMetadataName(Marker) is not null;

    /// <summary>Whether a namespace has the name of Stepwise's.</summary>
    public static bool IsNamespace(INamespaceSymbol? symbol) => symbol is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
