using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <summary>Types of expressions that only name a parameter or follow its properties (<c>order.Customer.Name</c>), found from symbols. To ask the semantic model
/// would bind the whole body and analyse its nullability, which costs more at every keystroke than all else that is read of a workflow.</summary>
internal static class ParameterPath
{
    /// <summary>The type with the annotation that the compiler would infer; null where only the compiler can tell.</summary>
    public static ITypeSymbol? TypeOf(ExpressionSyntax expression, IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        switch (expression)
        {
            case IdentifierNameSyntax name:
                foreach (var parameter in method.Parameters)
                {
                    if (parameter.Name == name.Identifier.ValueText)
                    {
                        return Plain(parameter, parameter.Type, cancellationToken);
                    }
                }

                return null;

            // What may be null is not followed: the compiler takes it for set from there on, also where it is named again.
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when access.IsKind(SyntaxKind.SimpleMemberAccessExpression):
                return TypeOf(access.Expression, method, compilation, cancellationToken) is { NullableAnnotation: not NullableAnnotation.Annotated } owner
                    ? PropertyType(owner, name.Identifier.ValueText, compilation, cancellationToken)
                    : null;
            default:
                return null;
        }
    }

    private static ITypeSymbol? PropertyType(ITypeSymbol owner, string name, Compilation compilation, CancellationToken cancellationToken)
    {
        if (owner.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        if (owner.IsRecord && BuiltInType(owner, name, compilation, cancellationToken) is { } builtIn)
        {
            return builtIn;
        }

        for (var type = owner; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers(name);
            if (members.Length > 0)
            {
                return members is [IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property]
                    ? Plain(property, property.Type, cancellationToken)
                    : null;
            }
        }

        return null;
    }

    /// <summary>The type of a record's parameter that is written with a keyword, such as <c>string</c>. To ask a record for a member makes the compiler
    /// synthesize all that records have.</summary>
    private static ITypeSymbol? BuiltInType(ITypeSymbol record, string name, Compilation compilation, CancellationToken cancellationToken)
    {
        if (record.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not RecordDeclarationSyntax { BaseList: null, Members.Count: 0, ParameterList: { } list })
        {
            return null;
        }

        foreach (var parameter in list.Parameters)
        {
            if (parameter.Identifier.ValueText == name)
            {
                return parameter is { AttributeLists.Count: 0, Type: PredefinedTypeSyntax type } && SpecialTypeOf(type.Keyword.Kind()) is var special and not SpecialType.None
                    ? compilation.GetSpecialType(special)
                    : null;
            }
        }

        return null;
    }

    private static SpecialType SpecialTypeOf(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.StringKeyword => SpecialType.System_String,
        SyntaxKind.BoolKeyword => SpecialType.System_Boolean,
        SyntaxKind.IntKeyword => SpecialType.System_Int32,
        SyntaxKind.LongKeyword => SpecialType.System_Int64,
        SyntaxKind.DoubleKeyword => SpecialType.System_Double,
        SyntaxKind.DecimalKeyword => SpecialType.System_Decimal,
        _ => SpecialType.None,
    };

    /// <summary>The declared type, unless it is one that a value cannot have or attributes say more about null than the type does.</summary>
    private static ITypeSymbol? Plain(ISymbol symbol, ITypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.IsRefLikeType || type.TypeKind is TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.TypeParameter)
        {
            return null;
        }

        return type.IsValueType || !HasNullAttribute(symbol, cancellationToken) ? type : null;
    }

    private static bool HasNullAttribute(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is [var reference, ..] && HasNoAttributes(reference.GetSyntax(cancellationToken)))
        {
            return false;
        }

        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "AllowNullAttribute" or "MaybeNullAttribute" or "NotNullAttribute" or "DisallowNullAttribute" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the source has no attribute, so that the symbol, whose attributes would have to be bound, need not be asked.</summary>
    private static bool HasNoAttributes(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.AttributeLists.Count == 0,
        BasePropertyDeclarationSyntax property => property.AttributeLists.Count == 0,
        _ => false,
    };
}
