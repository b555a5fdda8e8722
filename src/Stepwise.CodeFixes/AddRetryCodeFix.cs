using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;

namespace Stepwise.CodeFixes;

/// <summary>Adds <c>[Retry]</c> to a task, or to the class for all tasks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddRetryCodeFix : WorkflowCodeFix
{
    private const string Arguments = "(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NoRetry];

    /// <inheritdoc />
    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (StateSite.Find(context.Document, root, model, diagnostic, context.CancellationToken) is not { } site)
        {
            return;
        }

        if (site.ClassDeclaration is not null && !site.ClassHas("Retry", context.CancellationToken))
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Retry every task of '{site.Type.Name}'", token => FixClassAsync(site, token), "Stepwise.AddRetry.Class"),
                diagnostic);
        }

        if (!site.Attributes.Has(site.Method, "Retry"))
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Retry '{site.Method.Identifier.ValueText}'", token => FixMethodAsync(site, token), "Stepwise.AddRetry.Method"),
                diagnostic);
        }
    }

    private static Task<Solution> FixMethodAsync(StateSite site, CancellationToken cancellationToken) =>
        site.AddAttributeAsync(site.Method, "Retry", Arguments, below: [], cancellationToken);

    private static Task<Solution> FixClassAsync(StateSite site, CancellationToken cancellationToken) =>
        site.AddAttributeAsync(site.ClassDeclaration!, "Retry", Arguments, below: ["StateMachine"], cancellationToken);
}
