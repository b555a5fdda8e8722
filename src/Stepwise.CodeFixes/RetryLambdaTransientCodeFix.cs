using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Adds a retrier for the errors with which the Lambda service itself fails for a moment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RetryLambdaTransientCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.LambdaTransientNotRetried];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (SyntaxSearch.At<AttributeSyntax>(root, diagnostic)?.Parent is AttributeListSyntax list)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Retry Lambda's transient errors", token => FixAsync(context.Document, list, token), "Stepwise.RetryLambdaTransient"),
                diagnostic);
        }
    }

    private static async Task<Document> FixAsync(Document document, AttributeListSyntax list, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var retry = StepwiseName.OfAttribute("Retry", model, list.SpanStart);
        var errors = StepwiseName.OfType("Errors", model, list.SpanStart);
        return await TextEdits.ApplyAsync(document, cancellationToken, TextEdits.InsertBelow(list, text, $"[{retry}({errors}.LambdaTransient)]")).ConfigureAwait(false);
    }
}
