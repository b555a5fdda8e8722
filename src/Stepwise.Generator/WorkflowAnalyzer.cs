using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Reading;

namespace Stepwise.Generator;

/// <summary>Reports what would fail in the cloud, while it is typed. It runs the generator's front end, and puts each finding on its token.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkflowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. DiagnosticCatalogue.All.Values];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypesByMetadataName(StateKinds.StateMachineAttribute).IsEmpty)
            {
                return;
            }

            var names = new WorkflowNames();
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, names), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(names.Report);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, WorkflowNames names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FindDeclaration(type, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        foreach (var diagnostic in Analyze(type, declaration, context.Compilation, names, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static List<Diagnostic> Analyze(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        Compilation compilation,
        WorkflowNames names,
        CancellationToken cancellationToken)
    {
        try
        {
            var (model, locations) = WorkflowReader.Read(type, declaration, compilation, cancellationToken);
            names.Add(model, declaration.Identifier.GetLocation());
            var compiled = WorkflowCompiler.Compile(model);
            var diagnostics = new List<Diagnostic>(compiled.Diagnostics.Count);
            foreach (var finding in compiled.Diagnostics)
            {
                diagnostics.Add(ToDiagnostic(finding, locations, cancellationToken));
            }

            return diagnostics;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [Diagnostic.Create(DiagnosticCatalogue.InternalError, declaration.Identifier.GetLocation(), exception.GetType().Name + ": " + exception.Message)];
        }
    }

    private static Diagnostic ToDiagnostic(DiagnosticInfo finding, IReadOnlyList<Location> locations, CancellationToken cancellationToken)
    {
        var location = locations[finding.Anchor];
        if (finding.Part is { } part)
        {
            location = StringConstant.Locate(location, part, cancellationToken);
        }

        var properties = ImmutableDictionary<string, string?>.Empty;
        foreach (var property in finding.Properties)
        {
            properties = properties.Add(property.Name, property.Value);
        }

        return Diagnostic.Create(DiagnosticCatalogue.All[finding.Id], location, properties, DiagnosticCatalogue.ArgumentsOf(finding));
    }

    /// <summary>The part of the class that has the attribute.</summary>
    private static TypeDeclarationSyntax? FindDeclaration(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "StateMachineAttribute" } attributeClass && TypeReader.IsStepwise(attributeClass)
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { Parent.Parent: TypeDeclarationSyntax declaration })
            {
                return declaration;
            }
        }

        return null;
    }
}
