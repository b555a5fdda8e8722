using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Reading;

/// <summary>Types of expressions that only name a parameter or follow its properties (<c>order.Customer.Name</c>), found from symbols. To ask the semantic model
/// would bind the whole body and analyse its nullability, which costs more at every keystroke than all else that is read of a workflow.</summary>
internal static class ParameterPath
{
    /// <summary>The type with the annotation that the compiler would infer; null where only the compiler can tell.</summary>
    public static ITypeSymbol? TypeOf(ExpressionSyntax expression, IMethodSymbol method, Compilation compilation)
    {
        switch (expression)
        {
            case IdentifierNameSyntax name:
                foreach (var parameter in method.Parameters)
                {
                    if (parameter.Name == name.Identifier.ValueText)
                    {
                        return Plain(parameter, parameter.Type);
                    }
                }

                return null;

            // What may be null is not followed: the compiler takes it for set from there on, also where it is named again.
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when access.IsKind(SyntaxKind.SimpleMemberAccessExpression):
                return TypeOf(access.Expression, method, compilation) is { NullableAnnotation: not NullableAnnotation.Annotated } owner
                    ? PropertyType(owner, name.Identifier.ValueText, compilation)
                    : null;
            default:
                return null;
        }
    }

    private static ITypeSymbol? PropertyType(ITypeSymbol owner, string name, Compilation compilation)
    {
        if (owner.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        if (owner.IsRecord && BuiltInType(owner, name, compilation) is { } builtIn)
        {
            return builtIn;
        }

        for (var type = owner; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers(name);
            if (members.Length > 0)
            {
                return members is [IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property]
                    ? Plain(property, property.Type)
                    : null;
            }
        }

        return null;
    }

    /// <summary>The type of a record's parameter that is written with a keyword, such as <c>string</c>. To ask a record for a member makes the compiler
    /// synthesize all that records have.</summary>
    private static ITypeSymbol? BuiltInType(ITypeSymbol record, string name, Compilation compilation)
    {
        if (record.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not RecordDeclarationSyntax { BaseList: null, Members.Count: 0, ParameterList: { } list })
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
    private static ITypeSymbol? Plain(ISymbol symbol, ITypeSymbol type)
    {
        if (type.IsRefLikeType || type.TypeKind is TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.TypeParameter)
        {
            return null;
        }

        return type.IsValueType || !HasNullAttribute(symbol) ? type : null;
    }

    private static bool HasNullAttribute(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference, ..])
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is { } type && SaysMoreAboutNull(type.Name))
                {
                    return true;
                }
            }

            return false;
        }

        var lists = reference.GetSyntax() switch
        {
            ParameterSyntax parameter => parameter.AttributeLists,
            BasePropertyDeclarationSyntax property => property.AttributeLists,
            _ => default,
        };
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (SaysMoreAboutNull(AttributeUse.NameOf(attribute)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool SaysMoreAboutNull(string attribute) =>
        attribute is "AllowNull" or "MaybeNull" or "NotNull" or "DisallowNull"
            or "AllowNullAttribute" or "MaybeNullAttribute" or "NotNullAttribute" or "DisallowNullAttribute";
}
