using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Symbols;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.CodeFixes;

/// <summary>Writes <c>nameof</c> of a state where a transition has a string, or a name that is not a state's: then the state with the closest name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NameStateCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NextNotAState, DiagnosticIds.ChoiceArmNotAState];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (SyntaxSearch.At<ExpressionSyntax>(root, diagnostic) is not { } found
            || found.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type)
        {
            return;
        }

        var expression = Whole(found);
        if (StateMeant(diagnostic, expression, type) is not { } state || SyntaxSearch.StateNamed(expression) is null)
        {
            return;
        }

        var replacement = $"nameof({SyntaxSearch.Identifier(state)})";
        if (expression.ToString() == replacement)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Write '{replacement}'",
                token => TextEdits.ApplyAsync(context.Document, token, new TextChange(expression.Span, replacement)),
                "Stepwise.NameState"),
            diagnostic);
    }

    /// <summary>The whole <c>nameof(...)</c> of a name inside it.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax found)
    {
        foreach (var ancestor in found.AncestorsAndSelf())
        {
            if (ancestor is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } whole)
            {
                return whole;
            }

            if (ancestor is not (ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax))
            {
                break;
            }
        }

        return found;
    }

    private static string? StateMeant(Diagnostic diagnostic, ExpressionSyntax expression, INamedTypeSymbol type)
    {
        if (diagnostic.Properties.TryGetValue("Suggestion", out var suggestion) && suggestion is not null)
        {
            // A state of raw JSON names its targets in the middle of a string, which is not to be replaced as a whole.
            return diagnostic.Properties.TryGetValue("Member", out var member) && member == SyntaxSearch.StateNamed(expression) ? suggestion : null;
        }

        if (!diagnostic.Properties.TryGetValue("Member", out var text) || text is null)
        {
            return null;
        }

        var states = new List<string>();
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                && method.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && StepwiseSymbols.Contains(type)))
            {
                states.Add(method.Name);
            }
        }

        return states.Contains(text) ? text : Spelling.Closest(text, states);
    }
}
