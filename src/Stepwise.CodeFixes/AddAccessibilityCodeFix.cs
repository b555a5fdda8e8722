using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Makes a state <c>public</c> that has no accessibility modifier.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddAccessibilityCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MemberWithoutAccessibility];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (SyntaxSearch.At<MethodDeclarationSyntax>(root, diagnostic) is not { ExplicitInterfaceSpecifier: null } method || method.Modifiers.Any(IsAccessibility))
        {
            return;
        }

        var position = method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart;
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Make '{method.Identifier.ValueText}' public",
                token => TextEdits.ApplyAsync(context.Document, token, TextEdits.Insert(position, "public ")),
                "Stepwise.MakePublic"),
            diagnostic);
    }

    private static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;
}
