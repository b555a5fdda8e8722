using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.CodeFixes;

/// <summary>Finds in the tree what a finding is about.</summary>
internal static class SyntaxSearch
{
    /// <summary>The innermost node of a type at the finding.</summary>
    public static TNode? At<TNode>(SyntaxNode root, Diagnostic diagnostic)
        where TNode : SyntaxNode =>
        root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>()
            : null;

    /// <summary>The attribute's simple name, without the suffix.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        const string suffix = "Attribute";
        return name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }

    public static IEnumerable<AttributeSyntax> Attributes(MemberDeclarationSyntax member)
    {
        foreach (var list in member.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                yield return attribute;
            }
        }
    }

    public static AttributeSyntax? Attribute(MemberDeclarationSyntax member, string name)
    {
        foreach (var attribute in Attributes(member))
        {
            if (NameOf(attribute) == name)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The value of a named argument of an attribute.</summary>
    public static ExpressionSyntax? Argument(AttributeSyntax attribute, string property)
    {
        if (attribute.ArgumentList is { } list)
        {
            foreach (var argument in list.Arguments)
            {
                if (argument.NameEquals?.Name.Identifier.ValueText == property)
                {
                    return argument.Expression;
                }
            }
        }

        return null;
    }

    /// <summary>The list below which an attribute goes: the last one that has an attribute of one of the names, or the last at all.</summary>
    public static AttributeListSyntax? ListBefore(MemberDeclarationSyntax member, params string[] names)
    {
        AttributeListSyntax? found = null;
        foreach (var list in member.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (Array.IndexOf(names, NameOf(attribute)) >= 0)
                {
                    found = list;
                }
            }
        }

        return found ?? member.AttributeLists.LastOrDefault();
    }

    /// <summary>The name that <c>nameof</c> or a string literal gives.</summary>
    public static string? StateNamed(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var target }] } => target switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        },
        _ => null,
    };

    /// <summary>An identifier as source code writes it.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : "@" + name;

    /// <summary>The part of the class that has <c>[StateMachine]</c>.</summary>
    public static TypeDeclarationSyntax? WorkflowDeclaration(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && Attribute(declaration, "StateMachine") is not null)
            {
                return declaration;
            }
        }

        return null;
    }
}
