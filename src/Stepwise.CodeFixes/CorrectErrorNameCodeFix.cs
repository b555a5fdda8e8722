using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Symbols;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.CodeFixes;

/// <summary>Corrects the name of an error: one that does not exist, and <c>States.HeartbeatTimeout</c>, which is never reported.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CorrectErrorNameCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MisspeltError, DiagnosticIds.HeartbeatCatch];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        var name = diagnostic.Id == DiagnosticIds.HeartbeatCatch ? ErrorNames.Timeout : diagnostic.Properties.TryGetValue("Name", out var meant) ? meant : null;
        if (name is null || SyntaxSearch.At<ExpressionSyntax>(root, diagnostic) is not { } found)
        {
            return;
        }

        var expression = Argument(found);
        if (model.GetConstantValue(expression, context.CancellationToken) is not { HasValue: true, Value: string written }
            || written.IndexOf(',') >= 0 || written == name)
        {
            return;
        }

        var replacement = Spelling(name, model, expression.SpanStart);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Write '{replacement}'",
                token => TextEdits.ApplyAsync(context.Document, token, new TextChange(expression.Span, replacement)),
                "Stepwise.CorrectErrorName"),
            diagnostic);
    }

    /// <summary>The whole of <c>Errors.HeartbeatTimeout</c>, of which the innermost node is a name.</summary>
    private static ExpressionSyntax Argument(ExpressionSyntax found)
    {
        while (found.Parent is MemberAccessExpressionSyntax access)
        {
            found = access;
        }

        return found;
    }

    /// <summary>The constant of <c>Errors</c> that has the value, or the text.</summary>
    private static string Spelling(string name, SemanticModel model, int position)
    {
        if (model.Compilation.GetTypesByMetadataName("Stepwise.Errors").FirstOrDefault(StepwiseSymbols.Contains) is { } errors)
        {
            foreach (var member in errors.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: string value } && value == name)
                {
                    return StepwiseName.OfType("Errors", model, position) + "." + member.Name;
                }
            }
        }

        return SymbolDisplay.FormatLiteral(name, quote: true);
    }
}
