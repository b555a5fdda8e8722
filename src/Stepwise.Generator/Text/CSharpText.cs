using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Generator.Text;

/// <summary>Symbols as C# text with <c>global::</c> names. Written out by hand because this is on the keystroke path.</summary>
internal static class CSharpText
{
    /// <summary>Appends a type's name with its annotation.</summary>
    public static void Append(StringBuilder builder, ITypeSymbol type)
    {
        if (Keyword(type.SpecialType) is { } keyword)
        {
            builder.Append(keyword);
        }
        else if (type is IArrayTypeSymbol { Rank: 1 } array && array.ElementType is not IArrayTypeSymbol)
        {
            Append(builder, array.ElementType);
            builder.Append("[]");
        }
        else if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            Append(builder, nullable.TypeArguments[0]);
            builder.Append('?');
            return;
        }
        else if (type is INamedTypeSymbol { IsTupleType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Interface or TypeKind.Delegate, IsAnonymousType: false } named)
        {
            AppendName(builder, named);
        }
        else
        {
            builder.Append(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)));
            return;
        }

        if (type.NullableAnnotation is NullableAnnotation.Annotated && !type.IsValueType)
        {
            builder.Append('?');
        }
    }

    /// <summary>An identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) is not SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is not SyntaxKind.None ? "@" + name : name;

    /// <summary>A string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static void AppendName(StringBuilder builder, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendName(builder, outer);
            builder.Append('.');
        }
        else
        {
            builder.Append("global::");
            AppendNamespace(builder, type.ContainingNamespace);
        }

        builder.Append(Identifier(type.Name));
        var arguments = type.TypeArguments;
        if (arguments.Length > 0)
        {
            builder.Append('<');
            for (var i = 0; i < arguments.Length; i++)
            {
                if (i > 0)
                {
                    builder.Append(", ");
                }

                Append(builder, arguments[i]);
            }

            builder.Append('>');
        }
    }

    private static void AppendNamespace(StringBuilder builder, INamespaceSymbol? symbol)
    {
        if (symbol is null || symbol.IsGlobalNamespace)
        {
            return;
        }

        AppendNamespace(builder, symbol.ContainingNamespace);
        builder.Append(Identifier(symbol.Name)).Append('.');
    }

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Object => "object",
        SpecialType.System_Void => "void",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_String => "string",
        _ => null,
    };
}
