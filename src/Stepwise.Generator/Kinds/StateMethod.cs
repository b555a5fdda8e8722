using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds;

/// <summary>A method of a workflow class that is its start or one of its states.</summary>
internal readonly struct StateMethod
{
    private readonly StepwiseAttributes _known;

    public StateMethod(IMethodSymbol symbol, MethodDeclarationSyntax syntax, SemanticModel model, MethodReader reader, AttributeUse attribute, List<AttributeUse> attributes, StepwiseAttributes known)
    {
        _known = known;
        Symbol = symbol;
        Syntax = syntax;
        Model = model;
        Reader = reader;
        Attribute = attribute;
        Attributes = attributes;
    }

    public IMethodSymbol Symbol { get; }

    public MethodDeclarationSyntax Syntax { get; }

    public SemanticModel Model { get; }

    /// <summary>The reader of the method's kind.</summary>
    public MethodReader Reader { get; }

    /// <summary>The attribute that makes the method the start or a state.</summary>
    public AttributeUse Attribute { get; }

    /// <summary>All of Stepwise's attributes on the method.</summary>
    public List<AttributeUse> Attributes { get; }

    public bool IsPartial => Syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    public bool HasBody => Syntax.Body is not null || Syntax.ExpressionBody is not null;

    /// <summary>Whether the attribute says that the execution ends here.</summary>
    public bool IsEnd => Attribute.Bool(Attribute.Named("End"));

    /// <summary>Whether a parameter is the whole input or payload.</summary>
    public bool IsPayload(IParameterSymbol parameter) => Find(parameter, "Payload") is not null;

    /// <summary>Stepwise's attribute of that name on a parameter; null if it has none.</summary>
    public AttributeUse? Find(IParameterSymbol parameter, string attribute) =>
        parameter.Ordinal < Syntax.ParameterList.Parameters.Count ? _known.Find(Syntax.ParameterList.Parameters[parameter.Ordinal], attribute) : null;
}
