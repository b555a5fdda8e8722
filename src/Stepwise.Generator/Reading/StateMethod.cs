using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Reading;

/// <summary>A method of a workflow class that has a state attribute, with the attribute.</summary>
internal readonly struct StateMethod
{
    public StateMethod(IMethodSymbol symbol, MethodDeclarationSyntax syntax, SemanticModel model, StateKind kind, AttributeUse attribute)
    {
        Symbol = symbol;
        Syntax = syntax;
        Model = model;
        Kind = kind;
        Attribute = attribute;
    }

    public IMethodSymbol Symbol { get; }

    public MethodDeclarationSyntax Syntax { get; }

    public SemanticModel Model { get; }

    public StateKind Kind { get; }

    public AttributeUse Attribute { get; }

    public bool IsPartial => Syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    public bool HasBody => Syntax.Body is not null || Syntax.ExpressionBody is not null;
}

/// <summary>Finds the states of a workflow class in the order of the source: files by path, then position.</summary>
internal static class StateMethods
{
    public static List<StateMethod> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var members = type.GetMembers();
        var result = new List<StateMethod>(members.Length);
        SemanticModel? model = null;
        foreach (var member in members)
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences: { Length: > 0 } references } method
                || references[0].GetSyntax(cancellationToken) is not MethodDeclarationSyntax { AttributeLists.Count: > 0 } syntax
                || syntax.SyntaxTree.FilePath.EndsWith(GeneratedFile.Suffix, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var list in syntax.AttributeLists)
            {
                foreach (var attribute in list.Attributes)
                {
                    var kind = StateKinds.Of(AttributeUse.NameOf(attribute));
                    if (kind is StateKind.None)
                    {
                        continue;
                    }

                    if (model is null || model.SyntaxTree != syntax.SyntaxTree)
                    {
                        model = compilation.GetSemanticModel(syntax.SyntaxTree);
                    }

                    result.Add(new StateMethod(method, syntax, model, kind, new AttributeUse(attribute, model, cancellationToken)));
                    goto next;
                }
            }

        next:;
        }

        result.Sort(static (left, right) => SourceOrder.Compare(left.Syntax, right.Syntax));
        return result;
    }
}
