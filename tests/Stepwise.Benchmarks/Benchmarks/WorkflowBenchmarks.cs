extern alias generator;

using BenchmarkDotNet.Attributes;
using generator::Stepwise.Generator;
using generator::Stepwise.Generator.Emission;
using generator::Stepwise.Generator.Model;
using generator::Stepwise.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Benchmarks.Projects;
using Stepwise.Generator.Compiler;

namespace Stepwise.Benchmarks;

/// <summary>The stations on the way of one workflow of 17 states. Symbols are bound before; bodies are bound anew each time.</summary>
[MemoryDiagnoser]
public class WorkflowBenchmarks
{
    private CSharpCompilation compilation = null!;
    private SemanticModel semanticModel = null!;
    private TypeDeclarationSyntax declaration = null!;
    private INamedTypeSymbol type = null!;
    private SignatureModel signature = null!;
    private WorkflowModel workflow = null!;

    [GlobalSetup]
    public void Setup()
    {
        compilation = EditedProject.OfWorkflows().Compilation;
        semanticModel = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        declaration = semanticModel.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
        type = semanticModel.GetDeclaredSymbol(declaration)!;
        signature = SignatureReader.Read(type, declaration, semanticModel, CancellationToken.None)!;
        workflow = WorkflowReader.Read(type, declaration, compilation, CancellationToken.None).Model;
    }

    [Benchmark(Description = "Read the signature")]
    public object? ReadSignature() => SignatureReader.Read(type, declaration, semanticModel, CancellationToken.None);

    [Benchmark(Description = "Emit the signature")]
    public string EmitSignature() => SignatureEmitter.Emit(signature);

    [Benchmark(Description = "Read the bodies")]
    public object ReadWorkflow() => WorkflowReader.Read(type, declaration, compilation, CancellationToken.None).Model;

    [Benchmark(Description = "Compile what was read")]
    public object Compile() => WorkflowCompiler.Compile(workflow);

    [Benchmark(Description = "Read and compile")]
    public object ReadAndCompile() => WorkflowCompiler.Compile(WorkflowReader.Read(type, declaration, compilation, CancellationToken.None).Model);
}
