using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Symbols;

/// <summary>A class with Stepwise's <c>[StateMachine]</c>.</summary>
internal sealed class WorkflowClass
{
    /// <summary>The full name of the attribute's class.</summary>
    public const string AttributeName = StepwiseSymbols.Namespace + "." + Machine;

    private const string Machine = "StateMachineAttribute";

    private readonly AttributeSyntax _syntax;
    private readonly INamedTypeSymbol _attributeClass;
    private StepwiseAttributes? _attributes;

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

    /// <summary>Returns the attribute on a class, or null if the class does not have it. An attribute of that name from another assembly does not count. If the class has two, which the compiler rejects, the first counts.</summary>
    public static WorkflowClass? Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: Machine } attributeClass
                && StepwiseSymbols.Contains(attributeClass)
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { Parent.Parent: TypeDeclarationSyntax declaration } syntax)
            {
                return new WorkflowClass(type, declaration, syntax, attributeClass);
            }
        }

        return null;
    }

    /// <summary>The <c>[StateMachine]</c>.</summary>
    public AttributeUse Attribute(StepwiseAttributes known, CancellationToken cancellationToken) => new(_syntax, _attributeClass, known.ModelOf(_syntax), cancellationToken);

    /// <summary>Finds Stepwise's attributes on the class and on its members. The analyzer reads the signature and the bodies: a name that the first has bound is not bound again.</summary>
    public StepwiseAttributes Attributes(Compilation compilation, CancellationToken cancellationToken) =>
        _attributes ??= new StepwiseAttributes(Type, _attributeClass.ContainingAssembly, compilation, cancellationToken);
}
