using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Removes Next or End from a state that has both. A state that has neither is left to its author: no fix knows where it should go.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChooseWayOutCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BothNextAndEnd];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (SyntaxSearch.At<AttributeSyntax>(root, diagnostic) is not { ArgumentList: { } list })
        {
            return;
        }

        Register(context, diagnostic, list, "End", "Go on: remove End");
        Register(context, diagnostic, list, "Next", "End here: remove Next");
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentListSyntax list, string property, string title)
    {
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            if (list.Arguments[i].NameEquals?.Name.Identifier.ValueText != property)
            {
                continue;
            }

            var span = i > 0
                ? TextSpan.FromBounds(list.Arguments[i - 1].Span.End, list.Arguments[i].Span.End)
                : TextSpan.FromBounds(list.Arguments[i].SpanStart, list.Arguments.Count > 1 ? list.Arguments[1].SpanStart : list.Arguments[i].Span.End);
            context.RegisterCodeFix(
                CodeAction.Create(title, token => TextEdits.ApplyAsync(context.Document, token, new TextChange(span, "")), "Stepwise.Remove" + property),
                diagnostic);
            return;
        }
    }
}
