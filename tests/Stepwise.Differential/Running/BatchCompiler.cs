extern alias generator;

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Running;

/// <summary>Compiles many random states: their workflows with the generator, and their methods into one assembly, which it loads.</summary>
internal static class BatchCompiler
{
    private const string ArtifactsHint = ".artifacts.";

    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    // Overflow throws, so that it is seen: Step Functions counts on beyond the range of int.
    private static readonly CSharpCompilationOptions _options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, reportSuppressedDiagnostics: false);

    private static readonly ImmutableArray<MetadataReference> _references = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location)];

    /// <summary>Compiles states.</summary>
    /// <param name="librarySource">The types of the second assembly.</param>
    /// <param name="dataSource">The types of the assembly itself.</param>
    /// <param name="states">The states.</param>
    public static CompiledBatch Compile(string librarySource, string dataSource, IReadOnlyList<RandomState> states)
    {
        var library = Emit(CSharpCompilation.Create("Library", [Parse(librarySource, "Library.cs")], _references, _options));
        var sources = states.Select(static (state, index) => (Name: NameOf(index), State: state)).ToDictionary(static item => item.Name, static item => item.State, StringComparer.Ordinal);
        MetadataReference[] references = [.. _references, MetadataReference.CreateFromImage(library.Image!)];
        var data = Parse(dataSource, "Data.cs");
        var (image, errors) = Emit(CSharpCompilation.Create("States", [data, .. sources.Select(static item => Parse(WorkflowSource.WriteExecuted(item.Key, item.Value), item.Key + ".cs"))], references, _options));
        var workflows = sources.Where(item => !errors.ContainsKey(item.Key)).Select(static item => Parse(WorkflowSource.Write(item.Key, item.Value), item.Key + ".cs"));
        var contents = ReadArtifacts(Generate(CSharpCompilation.Create("Workflows", [data, .. workflows], references, _options)).Where(IsArtifacts));
        var context = new AssemblyLoadContext("States", isCollectible: true);
        context.LoadFromStream(new MemoryStream(library.Image!));
        var assembly = context.LoadFromStream(new MemoryStream(image!));
        var batch = new CompiledBatch(context);
        foreach (var (name, state) in sources)
        {
            if (errors.TryGetValue(name, out var error))
            {
                batch.Invalid.Add((state, error));
            }
            else if (contents.TryGetValue(name + "/" + name + ".asl.json", out var definition))
            {
                batch.Accepted.Add(new(name, state, assembly.GetType(name)!.GetMethod(WorkflowSource.State)!, definition));
            }
            else
            {
                batch.Refused.Add((state, ReasonOf(contents, name)));
            }
        }

        return batch;
    }

    /// <summary>What is wrong with a workflow; null if nothing is.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="name">The name of its class.</param>
    public static string? Check(string source, string name)
    {
        var trees = new[] { Parse(source, name + ".cs"), Parse("namespace Data { }", "Data.cs"), Parse("namespace Library { }", "Library.cs") };
        var compilation = CSharpCompilation.Create("Workflows", trees, _references, _options);
        var generated = Generate(compilation);
        var error = compilation.AddSyntaxTrees(generated).GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        return error?.ToString() ?? (ReadArtifacts(generated.Where(IsArtifacts)) is var contents && contents.ContainsKey(name + "/" + name + ".asl.json") ? null : ReasonOf(contents, name));
    }

    private static string NameOf(int index) => "W" + index.ToString(CultureInfo.InvariantCulture);

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), _parseOptions, path);

    private static ImmutableArray<SyntaxTree> Generate(CSharpCompilation compilation) => CSharpGeneratorDriver
        .Create([new generator::Stepwise.Generator.StepwiseGenerator().AsSourceGenerator()], parseOptions: _parseOptions)
        .RunGenerators(compilation)
        .GetRunResult()
        .GeneratedTrees;

    private static bool IsArtifacts(SyntaxTree tree) => tree.FilePath.Contains(ArtifactsHint, StringComparison.Ordinal);

    /// <summary>Compiles. Classes with errors are left out, and their errors are returned.</summary>
    private static (byte[]? Image, Dictionary<string, string> Errors) Emit(CSharpCompilation compilation)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            using var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (result.Success)
            {
                return (image.ToArray(), errors);
            }

            var wrong = new HashSet<string>(StringComparer.Ordinal);
            foreach (var diagnostic in result.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error))
            {
                var name = diagnostic.Location.SourceTree is { } tree ? ClassOf(tree) : null;
                if (name is null or "Data" or "Library")
                {
                    throw new InvalidOperationException("The types do not compile: " + diagnostic);
                }

                wrong.Add(name);
                errors.TryAdd(name, diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture));
            }

            compilation = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => wrong.Contains(ClassOf(tree))));
        }
    }

    /// <summary>The class that a file was written for.</summary>
    private static string ClassOf(SyntaxTree tree) => Path.GetFileName(tree.FilePath).Split('.')[0];

    private static Dictionary<string, string> ReadArtifacts(IEnumerable<SyntaxTree> trees)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in trees.SelectMany(static tree => ((CompilationUnitSyntax)tree.GetRoot()).AttributeLists).SelectMany(static list => list.Attributes))
        {
            var arguments = attribute.ArgumentList!.Arguments;
            result[TextOf(arguments[0])] = TextOf(arguments[1]);
        }

        return result;
    }

    private static string TextOf(AttributeArgumentSyntax argument) => ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;

    /// <summary>The first error in the status of a workflow that was refused.</summary>
    private static string ReasonOf(Dictionary<string, string> contents, string name)
    {
        var status = contents.FirstOrDefault(item => item.Key.StartsWith(name + "/", StringComparison.Ordinal)).Value;
        if (status is null)
        {
            return "no artifact";
        }

        var error = System.Text.Json.Nodes.JsonNode.Parse(status)!["errors"]!.AsArray().FirstOrDefault();
        return error is null ? "no error" : error["id"]!.GetValue<string>() + ": " + error["message"]!.GetValue<string>();
    }
}
