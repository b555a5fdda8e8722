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
public sealed class MakeNullableCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotSetOnEveryPath, DiagnosticIds.WrongType];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Fix", out var fix) || fix != "Nullable"
            || SyntaxSearch.At<ParameterSyntax>(root, diagnostic) is not { Type: { } type } parameter
            || type is NullableTypeSyntax
            || model.GetTypeInfo(type, context.CancellationToken).Type is not { } symbol
            || !(symbol.IsValueType || model.GetNullableContext(type.SpanStart).AnnotationsEnabled()))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Make '{parameter.Identifier.ValueText}' nullable",
                token => TextEdits.ApplyAsync(context.Document, token, TextEdits.Insert(type.Span.End, "?")),
                "Stepwise.MakeNullable"),
            diagnostic);
    }
}
