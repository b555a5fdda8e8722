using Microsoft.CodeAnalysis;
using Stepwise.Generator.Symbols;

namespace Stepwise.CodeFixes;

/// <summary>The shortest spelling of a type of Stepwise that means it at a place: <c>Retry</c> below <c>using Stepwise;</c>, else <c>Stepwise.Retry</c>.</summary>
internal static class StepwiseName
{
    /// <summary>An attribute, without the suffix.</summary>
    public static string OfAttribute(string name, SemanticModel model, int position) =>
        Means(name + "Attribute", model, position) && model.LookupNamespacesAndTypes(position, name: name).IsEmpty ? name : Qualified(name, model, position);

    public static string OfType(string name, SemanticModel model, int position) => Means(name, model, position) ? name : Qualified(name, model, position);

    private static bool Means(string name, SemanticModel model, int position) =>
        model.LookupSymbols(position, name: name) is [INamedTypeSymbol { Arity: 0 } type, ..] && StepwiseSymbols.Contains(type)
        && OnlyGenericOthers(model, name, position);

    private static bool OnlyGenericOthers(SemanticModel model, string name, int position)
    {
        var count = 0;
        foreach (var symbol in model.LookupSymbols(position, name: name))
        {
            count += symbol is INamedTypeSymbol { Arity: > 0 } ? 0 : 1;
        }

        return count == 1;
    }

    private static string Qualified(string name, SemanticModel model, int position) =>
        (model.LookupSymbols(position, name: StepwiseSymbols.Namespace) is [INamespaceSymbol found] && StepwiseSymbols.IsNamespace(found) ? "" : "global::")
        + StepwiseSymbols.Namespace + "." + name;
}
