using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Incremental;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator;

/// <summary>Adds to each workflow class what its declarations ask for, and to the assembly what its states compile to. It reports nothing: the analyzer does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StepwiseGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads declarations.</summary>
    public const string SignatureStep = "Stepwise.Signature";

    /// <summary>The step that reads bodies.</summary>
    public const string WorkflowStep = "Stepwise.Workflow";

    /// <summary>The step that compiles what was read.</summary>
    public const string ArtifactsStep = "Stepwise.Artifacts";

    /// <summary>The step that looks for the client of Step Functions.</summary>
    public const string ClientStep = "Stepwise.Client";

    private readonly WorkflowReadings _readings;
    private readonly Func<SignatureModel, string> _emitSignature;

    /// <summary>Creates the generator.</summary>
    public StepwiseGenerator()
        : this(WorkflowReadings.Shared)
    {
    }

    /// <summary>Creates a generator with readings of its own, for tests.</summary>
    internal StepwiseGenerator(WorkflowReadings readings)
        : this(readings, SignatureEmitter.Emit)
    {
    }

    /// <summary>Creates a generator with another emitter of signatures, for tests of what happens when it fails.</summary>
    internal StepwiseGenerator(WorkflowReadings readings, Func<SignatureModel, string> emitSignature)
    {
        _readings = readings;
        _emitSignature = emitSignature;
    }

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var signatures = context.SyntaxProvider
            .ForAttributeWithMetadataName(WorkflowClass.AttributeName, IsClass, _readings.ReadSignature)
            .WithTrackingName(SignatureStep);
        context.RegisterSourceOutput(signatures.Where(static signature => signature is not null), (output, signature) => AddSignature(output, signature!));

        var workflows = context.SyntaxProvider
            .ForAttributeWithMetadataName(WorkflowClass.AttributeName, IsClass, _readings.ReadWorkflow)
            .WithTrackingName(WorkflowStep);
        var artifacts = workflows
            .Where(static workflow => workflow is not null)
            .Select(static (workflow, cancellationToken) => ArtifactFile.Of(workflow!, cancellationToken))
            .WithTrackingName(ArtifactsStep);
        context.RegisterImplementationSourceOutput(artifacts, static (output, file) =>
            output.AddSource(file.HintName + GeneratedFile.Suffix, SourceText.From(ArtifactEmitter.Emit(file.Artifacts), Encoding.UTF8)));

        var hasClient = context.CompilationProvider
            .Select(static (compilation, _) => ClientEmitter.IsPossible(compilation))
            .WithTrackingName(ClientStep);
        context.RegisterSourceOutput(hasClient, static (output, isPossible) =>
        {
            if (isPossible)
            {
                output.AddSource(ClientEmitter.HintName + GeneratedFile.Suffix, SourceText.From(ClientEmitter.Text, Encoding.UTF8));
            }
        });
    }

    private void AddSignature(SourceProductionContext output, SignatureModel signature)
    {
        string text;
        try
        {
            text = _emitSignature(signature);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzer emits the signature, too, and reports the failure at the class. A generator that throws would take all workflows with it.
            return;
        }

        output.AddSource(signature.HintName + GeneratedFile.Suffix, SourceText.From(text, Encoding.UTF8));
    }

    private static bool IsClass(SyntaxNode node, CancellationToken cancellationToken) => node is ClassDeclarationSyntax or RecordDeclarationSyntax;
}

/// <summary>The file with a workflow's artifacts.</summary>
internal sealed record ArtifactFile(string HintName, EquatableArray<Artifact> Artifacts)
{
    public static ArtifactFile Of(WorkflowReading reading, CancellationToken cancellationToken)
    {
        var hint = reading.HintName + ".artifacts";
        if (reading.Model is not { } model)
        {
            return Failed(hint, reading.ClassName, reading.Failure ?? "");
        }

        try
        {
            var compiled = WorkflowCompiler.Compile(model, cancellationToken);
            return compiled.Artifacts.IsEmpty
                ? new ArtifactFile(hint, new EquatableArray<Artifact>(StatusWriter.Write(model.Name, compiled.Diagnostics)))
                : new ArtifactFile(hint, compiled.Artifacts);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(hint, model.Name, exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static ArtifactFile Failed(string hint, string name, string failure) =>
        new(hint, new EquatableArray<Artifact>(StatusWriter.Write(name, new EquatableArray<DiagnosticInfo>(new DiagnosticInfo(DiagnosticIds.InternalError, 0, failure)))));
}
