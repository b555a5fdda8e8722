using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Reading;

/// <summary>A method of a workflow class that has a state attribute.</summary>
internal readonly struct StateMethod
{
    private readonly StepwiseAttributes known;

    public StateMethod(IMethodSymbol symbol, MethodDeclarationSyntax syntax, SemanticModel model, StateKind kind, AttributeUse attribute, List<AttributeUse> attributes, StepwiseAttributes known)
    {
        this.known = known;
        Symbol = symbol;
        Syntax = syntax;
        Model = model;
        Kind = kind;
        Attribute = attribute;
        Attributes = attributes;
    }

    public IMethodSymbol Symbol { get; }

    public MethodDeclarationSyntax Syntax { get; }

    public SemanticModel Model { get; }

    public StateKind Kind { get; }

    /// <summary>The attribute that makes the method a state.</summary>
    public AttributeUse Attribute { get; }

    /// <summary>All of Stepwise's attributes on the method.</summary>
    public List<AttributeUse> Attributes { get; }

    public bool IsPartial => Syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    public bool HasBody => Syntax.Body is not null || Syntax.ExpressionBody is not null;

    /// <summary>Whether a parameter is the whole input or payload.</summary>
    public bool IsPayload(IParameterSymbol parameter) => Find(parameter, "Payload") is not null;

    /// <summary>Stepwise's attribute of that name on a parameter; null if it has none.</summary>
    public AttributeUse? Find(IParameterSymbol parameter, string attribute) =>
        parameter.Ordinal < Syntax.ParameterList.Parameters.Count ? known.Find(Syntax.ParameterList.Parameters[parameter.Ordinal], attribute) : null;
}

/// <summary>Finds the states of a workflow class in the order of the source: files by path, then position.</summary>
internal static class StateMethods
{
    public static List<StateMethod> Of(INamedTypeSymbol type, StepwiseAttributes known, Compilation compilation, CancellationToken cancellationToken)
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

            var attributes = known.On(syntax);
            foreach (var attribute in attributes)
            {
                var kind = StateKinds.Of(attribute.Name);
                if (kind is StateKind.None)
                {
                    continue;
                }

                if (model is null || model.SyntaxTree != syntax.SyntaxTree)
                {
                    model = compilation.GetSemanticModel(syntax.SyntaxTree);
                }

                result.Add(new StateMethod(method, syntax, model, kind, attribute, attributes, known));
                break;
            }
        }

        result.Sort(static (left, right) => SourceOrder.Compare(left.Syntax, right.Syntax));
        return result;
    }
}
