using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Incremental;

/// <summary>The transforms of both pipelines: each reads a class only if the memo has no reading of it.</summary>
internal sealed class WorkflowReadings
{
    private readonly ReadingMemo<SignatureModel?> _signatures;
    private readonly ReadingMemo<WorkflowReading?> _workflows;

    public WorkflowReadings(StampParts parts)
    {
        var stamps = new CompilationStamps(parts);
        _signatures = new ReadingMemo<SignatureModel?>(stamps);
        _workflows = new ReadingMemo<WorkflowReading?>(stamps);
    }

    /// <summary>The readings of all generators in this process: an editor makes one generator per project, and projects share trees.</summary>
    public static WorkflowReadings Shared { get; } = new(StampParts.All);

    /// <summary>Reads the declarations of a class; null if nothing can be added to it.</summary>
    public SignatureModel? ReadSignature(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = (TypeDeclarationSyntax)context.TargetNode;
        var compilation = context.SemanticModel.Compilation;
        try
        {
            if (!_signatures.TryGet(declaration, compilation, out var signature))
            {
                signature = Find(type, declaration, cancellationToken) is { } workflow ? SignatureReader.Read(workflow, compilation, cancellationToken) : null;
                _signatures.Add(declaration, compilation, SourceTrees.Of(type), signature);
            }

            return signature;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzer reads and emits the signature, too, and reports what fails at the class. A generator that throws would take all workflows with it.
            return null;
        }
    }

    /// <summary>Reads a class with the bodies of its states; null if it is not a workflow.</summary>
    public WorkflowReading? ReadWorkflow(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = (TypeDeclarationSyntax)context.TargetNode;
        var compilation = context.SemanticModel.Compilation;
        try
        {
            if (!_workflows.TryGet(declaration, compilation, out var reading))
            {
                var trees = SourceTrees.Of(type);
                if (Find(type, declaration, cancellationToken) is { } workflow)
                {
                    var (model, _, used) = WorkflowReader.Read(workflow, compilation, cancellationToken);
                    reading = new WorkflowReading(HintNames.Of(type), type.Name, model, null);
                    foreach (var tree in used)
                    {
                        trees.Add(tree);
                    }
                }
                else
                {
                    reading = null;
                }

                _workflows.Add(declaration, compilation, trees, reading);
            }

            return reading;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new WorkflowReading(HintNames.Of(type), type.Name, null, exception.GetType().Name + ": " + exception.Message);
        }
    }

    /// <summary>The workflow that a declaration begins. Another declaration of the class can have an attribute of the same name: a second one, or one of another library.</summary>
    private static WorkflowClass? Find(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellationToken) =>
        WorkflowClass.Find(type, cancellationToken) is { } workflow && workflow.Declaration == declaration ? workflow : null;
}
