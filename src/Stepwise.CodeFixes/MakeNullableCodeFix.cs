using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Makes a parameter nullable whose value may not be there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeNullableCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotSetOnEveryPath, DiagnosticIds.WrongType];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue("Fix", out var fix) || fix != "Nullable"
                || SyntaxSearch.At<ParameterSyntax>(root, diagnostic) is not { Type: { } type } parameter
                || type is NullableTypeSyntax
                || model.GetTypeInfo(type, context.CancellationToken).Type is not { } symbol
                || !(symbol.IsValueType || model.GetNullableContext(type.SpanStart).AnnotationsEnabled()))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make '{parameter.Identifier.ValueText}' nullable",
                    token => TextEdits.ApplyAsync(context.Document, token, TextEdits.Insert(type.Span.End, "?")),
                    "Stepwise.MakeNullable"),
                diagnostic);
        }
    }
}
