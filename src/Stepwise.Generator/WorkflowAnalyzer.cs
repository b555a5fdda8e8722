using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator;

/// <summary>Reports what would fail in the cloud, while it is typed. It runs the generator's front end, and puts each finding on its token.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkflowAnalyzer : DiagnosticAnalyzer
{
    private readonly Func<SignatureModel, string> _emitSignature;

    /// <summary>Creates the analyzer.</summary>
    public WorkflowAnalyzer()
        : this(SignatureEmitter.Emit)
    {
    }

    /// <summary>Creates an analyzer with another emitter of signatures, for tests of what happens when it fails.</summary>
    internal WorkflowAnalyzer(Func<SignatureModel, string> emitSignature) => _emitSignature = emitSignature;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. DiagnosticCatalogue.All.Values];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(WorkflowClass.AttributeName).IsEmpty)
            {
                return;
            }

            var names = new WorkflowNames();
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, names), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(names.Report);
        });
    }

    private void AnalyzeType(SymbolAnalysisContext context, WorkflowNames names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (WorkflowClass.Find(type, context.CancellationToken) is not { } workflow)
        {
            return;
        }

        foreach (var diagnostic in Analyze(workflow, context.Compilation, names, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private List<Diagnostic> Analyze(WorkflowClass workflow, Compilation compilation, WorkflowNames names, CancellationToken cancellationToken)
    {
        var place = workflow.Declaration.Identifier.GetLocation();
        try
        {
            // What fails here fails in the generator, which has no way to report it.
            CheckSignature(workflow, compilation, cancellationToken);
            var (model, locations, _) = WorkflowReader.Read(workflow, compilation, cancellationToken);
            names.Add(model, place);
            var compiled = WorkflowCompiler.Compile(model, cancellationToken);
            var diagnostics = new List<Diagnostic>(compiled.Diagnostics.Count);
            foreach (var finding in compiled.Diagnostics)
            {
                diagnostics.Add(ToDiagnostic(finding, locations, cancellationToken));
            }

            return diagnostics;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [Diagnostic.Create(DiagnosticCatalogue.InternalError, place, exception.GetType().Name + ": " + exception.Message)];
        }
    }

    private void CheckSignature(WorkflowClass workflow, Compilation compilation, CancellationToken cancellationToken)
    {
        if (SignatureReader.Read(workflow, compilation, cancellationToken) is { } signature)
        {
            _emitSignature(signature);
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
}
