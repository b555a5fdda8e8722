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
}
