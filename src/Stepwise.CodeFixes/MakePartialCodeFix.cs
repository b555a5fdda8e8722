using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Makes a workflow class, the class around one, or a state without a body <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialCodeFix : WorkflowCodeFix
{
    private const string Key = "Stepwise.MakePartial";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.ClassNotPartial, DiagnosticIds.ContainerNotPartial, DiagnosticIds.MemberNotPartial];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        switch (SyntaxSearch.At<MemberDeclarationSyntax>(root, diagnostic))
        {
            case TypeDeclarationSyntax type when !IsPartial(type):
                context.RegisterCodeFix(
                    CodeAction.Create($"Make '{type.Identifier.ValueText}' partial", token => FixTypeAsync(context.Document, type, token), Key),
                    diagnostic);
                break;
            case MethodDeclarationSyntax { Body: null, ExpressionBody: null } method when !IsPartial(method) && !method.Modifiers.Any(SyntaxKind.AbstractKeyword)
                && !method.Modifiers.Any(SyntaxKind.ExternKeyword):
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Make '{method.Identifier.ValueText}' partial",
                        token => TextEdits.ApplyAsync(context.Document, token, TextEdits.Insert(method.ReturnType.SpanStart, "partial ")),
                        Key),
                    diagnostic);
                break;
        }
    }

    private static bool IsPartial(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>All parts of a class must be partial: the compiler reports the others as soon as one is.</summary>
    private static async Task<Solution> FixTypeAsync(Document document, TypeDeclarationSyntax type, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model?.GetDeclaredSymbol(type, cancellationToken) is not { } symbol)
        {
            return solution;
        }

        foreach (var parts in symbol.DeclaringSyntaxReferences.GroupBy(static reference => reference.SyntaxTree))
        {
            if (solution.GetDocument(parts.Key) is not { } partDocument)
            {
                continue;
            }

            var changes = parts
                .Select(reference => reference.GetSyntax(cancellationToken))
                .OfType<TypeDeclarationSyntax>()
                .Where(static part => !IsPartial(part))
                .Select(static part => TextEdits.Insert(part.Keyword.SpanStart, "partial "))
                .ToArray();
            var text = await partDocument.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(partDocument.Id, text.WithChanges(changes));
        }

        return solution;
    }
}
