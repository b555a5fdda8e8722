using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Symbols;

/// <summary>A class with Stepwise's <c>[StateMachine]</c>.</summary>
internal sealed class WorkflowClass
{
    /// <summary>The full name of the attribute's class.</summary>
    public const string AttributeName = "Stepwise." + Machine;

    private const string Machine = "StateMachineAttribute";

    /// <summary>What only Stepwise's own assembly has beside the attribute: what the generator emits.</summary>
    private const string Artifact = "Stepwise.WorkflowArtifactAttribute";

    private readonly AttributeSyntax _syntax;
    private readonly INamedTypeSymbol _attributeClass;

    private WorkflowClass(INamedTypeSymbol type, TypeDeclarationSyntax declaration, AttributeSyntax syntax, INamedTypeSymbol attributeClass)
    {
        Type = type;
        Declaration = declaration;
        _syntax = syntax;
        _attributeClass = attributeClass;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The part of the class that has the attribute.</summary>
    public TypeDeclarationSyntax Declaration { get; }

    /// <summary>Finds the attribute on a class; null if it has none, or one of that name from another assembly. If it has two, which the compiler refuses, it is the first.</summary>
    public static WorkflowClass? Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: Machine, ContainingType: null } attributeClass
                && TypeReader.IsStepwise(attributeClass)
                && attributeClass.ContainingAssembly?.GetTypeByMetadataName(Artifact) is not null
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { Parent.Parent: TypeDeclarationSyntax declaration } syntax)
            {
                return new WorkflowClass(type, declaration, syntax, attributeClass);
            }
        }

        return null;
    }

    /// <summary>The <c>[StateMachine]</c>.</summary>
    public AttributeUse Attribute(StepwiseAttributes known, CancellationToken cancellationToken) => new(_syntax, _attributeClass, known.ModelOf(_syntax), cancellationToken);

    /// <summary>What tells Stepwise's attributes on the class and on its members.</summary>
    public StepwiseAttributes Attributes(Compilation compilation, CancellationToken cancellationToken) => new(Type, _attributeClass.ContainingAssembly, compilation, cancellationToken);
}
