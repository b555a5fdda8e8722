using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Symbols;

namespace Stepwise.CodeFixes;

/// <summary>Finds Stepwise's attributes by the type that they are bound to: the source may call them by an alias, and other libraries have attributes of the same name.</summary>
internal sealed class WorkflowAttributes
{
    private const string Suffix = "Attribute";

    private readonly Compilation _compilation;

    public WorkflowAttributes(Compilation compilation) => _compilation = compilation;

    /// <summary>Stepwise's attributes on a member, with their names without the suffix.</summary>
    public IEnumerable<(AttributeSyntax Syntax, string Name)> On(MemberDeclarationSyntax member)
    {
        if (member.AttributeLists.Count == 0 || !_compilation.ContainsSyntaxTree(member.SyntaxTree))
        {
            yield break;
        }

        var model = _compilation.GetSemanticModel(member.SyntaxTree);
        foreach (var list in member.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (model.GetTypeInfo(attribute).Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } type && StepwiseSymbols.Contains(type)
                    && type.Name.EndsWith(Suffix, StringComparison.Ordinal))
                {
                    yield return (attribute, type.Name.Substring(0, type.Name.Length - Suffix.Length));
                }
            }
        }
    }

    public bool Has(MemberDeclarationSyntax member, string name) => On(member).Any(attribute => attribute.Name == name);

    /// <summary>The list below which an attribute goes: the last one that has one of Stepwise's attributes of these names, or the last at all.</summary>
    public AttributeListSyntax? ListBefore(MemberDeclarationSyntax member, params string[] names) =>
        On(member).LastOrDefault(attribute => Array.IndexOf(names, attribute.Name) >= 0).Syntax?.Parent as AttributeListSyntax ?? member.AttributeLists.LastOrDefault();

    /// <summary>The part of the class that has <c>[StateMachine]</c>.</summary>
    public TypeDeclarationSyntax? WorkflowDeclaration(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && Has(declaration, "StateMachine"))
            {
                return declaration;
            }
        }

        return null;
    }
}
