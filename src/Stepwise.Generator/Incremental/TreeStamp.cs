using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Documentation;

namespace Stepwise.Generator.Incremental;

/// <summary>Computes a digest of what a syntax tree declares. Two trees with equal stamps differ only in bodies, in the initial values of fields, in comments after the
/// first token and in white space, so that code in other files means the same beside either of them.</summary>
internal sealed class TreeStamp
{
    private readonly StampParts _parts;
    private readonly StringBuilder _text = new();

    private TreeStamp(StampParts parts) => _parts = parts;

    public static string Of(SyntaxTree tree, StampParts parts)
    {
        var stamp = new TreeStamp(parts);
        if (stamp.Has(StampParts.Options))
        {
            stamp.AddOptions(tree);
        }

        var root = tree.GetRoot();
        if (stamp.Has(StampParts.Header))
        {
            stamp.AddHeader(root);
        }

        stamp.AddContent(root);
        return Digest.Of(stamp._text);
    }

    private bool Has(StampParts part) => (_parts & part) == part;

    private void AddOptions(SyntaxTree tree)
    {
        Add(SyntaxKind.None, tree.FilePath);
        Add(SyntaxKind.None, tree.Options.Kind.ToString());
        if (tree.Options is CSharpParseOptions options)
        {
            Add(SyntaxKind.None, options.LanguageVersion.ToString());
        }

        foreach (var symbol in tree.Options.PreprocessorSymbolNames)
        {
            Add(SyntaxKind.DefineDirectiveTrivia, symbol);
        }

        foreach (var feature in tree.Options.Features)
        {
            Add(SyntaxKind.None, feature.Key + "=" + feature.Value);
        }
    }

    private void AddHeader(SyntaxNode root)
    {
        foreach (var trivia in root.GetLeadingTrivia())
        {
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            {
                Add(trivia.Kind(), trivia.ToString());
            }
        }
    }

    /// <summary>Adds nodes and tokens in the order of the source. It is a loop and not a recursion, because a constant can be a sum of thousands of operands.</summary>
    private void AddContent(SyntaxNode root)
    {
        foreach (var item in root.DescendantNodesAndTokensAndSelf(static node => !IsBody(node)))
        {
            if (item.AsNode() is { } node)
            {
                if (IsBody(node))
                {
                    AddBody(node);
                }
            }
            else
            {
                AddToken(item.AsToken());
            }
        }
    }

    private void AddToken(SyntaxToken token)
    {
        if (token.HasLeadingTrivia)
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
                {
                    AddNullableDirective(trivia);
                }
                else if (Has(StampParts.Documentation) && DocumentationComment.IsPart(trivia))
                {
                    Add(trivia.Kind(), trivia.ToFullString());
                }
            }
        }

        if (Has(StampParts.Declarations))
        {
            Add((SyntaxKind)token.RawKind, token.Text);
        }
    }

    private void AddBody(SyntaxNode body)
    {
        if (Has(StampParts.BodyMarkers))
        {
            // A constructor with an empty body does nothing but assign members.
            Add((SyntaxKind)body.RawKind, body is BlockSyntax { Parent: ConstructorDeclarationSyntax, Statements.Count: 0 } ? "empty" : "");
        }

        if (!body.ContainsDirectives)
        {
            return;
        }

        foreach (var trivia in body.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
            {
                AddNullableDirective(trivia);
            }
        }
    }

    private void AddNullableDirective(SyntaxTrivia directive)
    {
        if (Has(StampParts.NullableDirectives))
        {
            Add(SyntaxKind.NullableDirectiveTrivia, directive.ToString());
        }
    }

    /// <summary>Adds a piece with its kind and its length, so that no text can pass for two pieces.</summary>
    private void Add(SyntaxKind kind, string piece) => _text.Append((char)kind).Append((char)(piece.Length >> 16)).Append((char)piece.Length).Append(piece);

    /// <summary>Whether the content of a node cannot change what code in other files means. A constant's value can, and so can the default value of a parameter.</summary>
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };
}
