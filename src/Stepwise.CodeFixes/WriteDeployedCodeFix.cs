using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Writes the call of <c>Deployed</c> for a text that looks like a substitution, or <c>Asl.Literal</c> around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WriteDeployedCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.LooseSubstitution];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        var found = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var deployed = StepwiseName.OfType("Deployed", model, found.SpanStart);
        if (found.FirstAncestorOrSelf<InterpolatedStringTextSyntax>() is { Parent: InterpolatedStringExpressionSyntax whole } part
            && !model.GetConstantValue(whole, context.CancellationToken).HasValue)
        {
            if (InHoles(part, whole, deployed) is { } replaced)
            {
                Offer(part.TextToken.Span, replaced, "Write Deployed.Value");
            }

            return;
        }

        // A pattern takes only a constant.
        if (found.FirstAncestorOrSelf<ExpressionSyntax>() is not { } expression || diagnostic.Properties.ContainsKey("Pattern")
            || model.GetConstantValue(expression, context.CancellationToken) is not { HasValue: true, Value: string text } || LooseSubstitution.Find(text) is not { } first)
        {
            return;
        }

        diagnostic.Properties.TryGetValue("Member", out var member);
        var call = first.Text == text ? first.Call(member, deployed) : InterpolatedText(text, deployed);
        Offer(expression.Span, call, "Write '" + call + "'");
        Offer(expression.Span, StepwiseName.OfType("Asl", model, found.SpanStart) + ".Literal(" + expression + ")", "Keep the text with Asl.Literal");

        void Offer(TextSpan span, string replacement, string title) => context.RegisterCodeFix(
            CodeAction.Create(title, token => TextEdits.ApplyAsync(context.Document, token, new TextChange(span, replacement)), "Stepwise.WriteDeployed." + title.Split(' ')[0]),
            diagnostic);
    }

    /// <summary>A text as an interpolated string, with a call for each substitution.</summary>
    private static string InterpolatedText(string text, string deployed)
    {
        var result = new StringBuilder("$\"");
        var at = 0;
        for (var next = LooseSubstitution.Find(text); next is { } found; next = LooseSubstitution.Find(text, found.End))
        {
            result.Append(Inside(text.Substring(at, found.Start - at))).Append('{').Append(found.Call(null, deployed)).Append('}');
            at = found.End;
        }

        return result.Append(Inside(text.Substring(at))).Append('"').ToString();

        static string Inside(string part)
        {
            var literal = SymbolDisplay.FormatLiteral(part, quote: true);
            return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
        }
    }

    /// <summary>The source of a part of an interpolated string, with a hole for each substitution; null if the source writes a substitution in another way.</summary>
    private static string? InHoles(InterpolatedStringTextSyntax part, InterpolatedStringExpressionSyntax whole, string deployed)
    {
        // In $"..." a brace is doubled. In $$"""...""" a brace is written once, and two begin a hole.
        var start = whole.StringStartToken.Text;
        var isRaw = start.EndsWith("\"\"\"", StringComparison.Ordinal);
        var dollars = start.Length - start.TrimStart('$').Length;
        var source = part.TextToken.Text;
        var text = isRaw ? source : source.Replace("${{", "${");
        var result = source;
        for (var next = LooseSubstitution.Find(text); next is { } found; next = LooseSubstitution.Find(text, found.End))
        {
            var written = isRaw ? found.Text : "${" + found.Text.Substring(1) + "}";
            var hole = new string('{', isRaw ? dollars : 1) + found.Call(null, deployed) + new string('}', isRaw ? dollars : 1);
            result = result.Replace(written, hole);
        }

        return result == source ? null : result;
    }
}
