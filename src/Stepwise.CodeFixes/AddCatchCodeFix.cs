using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Adds <c>[Catch]</c> to a task, or to the class for all tasks. Where the workflow has no state that could take the failure, it adds one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddCatchCodeFix : WorkflowCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NoCatch];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (StateSite.Find(context.Document, root, model, diagnostic, context.CancellationToken) is not { } site)
        {
            return;
        }

        var target = FailureTarget.Find(site, context.CancellationToken);
        var where = target is null ? $"a new [Fail] '{FailureTarget.NewName(site.Type)}'" : $"'{target}'";
        if (site.ClassDeclaration is { } declaration && !site.ClassHas("Catch", context.CancellationToken))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Catch failures of every task of '{site.Type.Name}' in {where}",
                    token => FixAsync(site, declaration, target, ["StateMachine", "Retry"], token),
                    "Stepwise.AddCatch.Class"),
                diagnostic);
        }

        if (!site.Attributes.Has(site.Method, "Catch"))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Catch failures of '{site.Method.Identifier.ValueText}' in {where}",
                    token => FixAsync(site, site.Method, target, [], token),
                    "Stepwise.AddCatch.Method"),
                diagnostic);
        }
    }

    private static async Task<Solution> FixAsync(StateSite site, MemberDeclarationSyntax member, string? target, string[] below, CancellationToken cancellationToken)
    {
        var name = target ?? FailureTarget.NewName(site.Type);
        var arguments = $"(Next = nameof({SyntaxSearch.Identifier(name)}))";
        if (target is not null)
        {
            return await site.AddAttributeAsync(member, "Catch", arguments, below, cancellationToken).ConfigureAwait(false);
        }

        // The new state goes into the part of the class that the attribute goes into.
        var part = member as TypeDeclarationSyntax ?? (TypeDeclarationSyntax)member.Parent!;
        return await FailureTarget.NewAsync(site.Solution, part, name, cancellationToken).ConfigureAwait(false) is { } state
            ? await site.AddAttributeAsync(member, "Catch", arguments, below, cancellationToken, state).ConfigureAwait(false)
            : site.Solution;
    }
}
