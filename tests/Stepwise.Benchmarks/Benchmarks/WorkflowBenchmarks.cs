extern alias generator;

using BenchmarkDotNet.Attributes;
using generator::Stepwise.Generator;
using generator::Stepwise.Generator.Compiler;
using generator::Stepwise.Generator.Emission;
using generator::Stepwise.Generator.Incremental;
using generator::Stepwise.Generator.Model;
using generator::Stepwise.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks;

/// <summary>The stations on the way of one workflow of 17 states. Symbols are bound before; bodies are bound anew each time.</summary>
[MemoryDiagnoser]
public class WorkflowBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private WorkflowClass _workflowClass = null!;
    private SignatureModel _signature = null!;
    private WorkflowModel _workflow = null!;

    [GlobalSetup]
    public void Setup()
    {
        _compilation = EditedProject.OfWorkflows().Compilation;
        var semanticModel = _compilation.GetSemanticModel(_compilation.SyntaxTrees[0]);
        var declaration = semanticModel.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
        _workflowClass = WorkflowClass.Find(semanticModel.GetDeclaredSymbol(declaration)!, CancellationToken.None)!;
        _signature = SignatureReader.Read(_workflowClass, _compilation, CancellationToken.None)!;
        _workflow = WorkflowReader.Read(_workflowClass, _compilation, CancellationToken.None).Model;
    }

    [Benchmark(Description = "Read the signature")]
    public object? ReadSignature() => SignatureReader.Read(_workflowClass, _compilation, CancellationToken.None);

    [Benchmark(Description = "Emit the signature")]
    public string EmitSignature() => SignatureEmitter.Emit(_signature);

    [Benchmark(Description = "Read the bodies")]
    public object ReadWorkflow() => WorkflowReader.Read(_workflowClass, _compilation, CancellationToken.None).Model;

    [Benchmark(Description = "Compile what was read")]
    public object Compile() => WorkflowCompiler.Compile(_workflow, CancellationToken.None);

    [Benchmark(Description = "Read and compile")]
    public object ReadAndCompile() => WorkflowCompiler.Compile(WorkflowReader.Read(_workflowClass, _compilation, CancellationToken.None).Model, CancellationToken.None);
}
