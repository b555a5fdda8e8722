extern alias generator;

using System.Collections.Immutable;
using System.Globalization;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Stepwise.Differential.Running;

/// <summary>Compiles C# in memory, with the generator and without.</summary>
internal static class SourceCompiler
{
    private const string ArtifactsHint = ".artifacts.";

    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    // Overflow throws, so that it is seen: Step Functions counts on beyond the range of int.
    private static readonly CSharpCompilationOptions _options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, reportSuppressedDiagnostics: false);

    private static readonly ImmutableArray<MetadataReference> _references = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location)];

    /// <summary>Reads a file.</summary>
    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), _parseOptions, path);

    /// <summary>A compilation without files.</summary>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="references">What it references beside .NET and Stepwise.</param>
    public static CSharpCompilation Create(string name, params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(name, references: [.. _references, .. references], options: _options);

    /// <summary>Runs the generator.</summary>
    /// <returns>The compilation with the generated classes, and the artifacts: contents by path.</returns>
    public static (CSharpCompilation Compilation, Dictionary<string, string> Artifacts) Generate(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver
            .Create([new generator::Stepwise.Generator.StepwiseGenerator().AsSourceGenerator()], parseOptions: _parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var artifacts = driver.GetRunResult().GeneratedTrees.Where(IsArtifacts).ToList();
        return ((CSharpCompilation)generated.RemoveSyntaxTrees(artifacts), ReadArtifacts(artifacts));
    }

    /// <summary>The same C#, without the warnings about null. An error is still an error.</summary>
    public static CSharpCompilation WithoutNullAnalysis(CSharpCompilation compilation) => compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));

    private static bool IsArtifacts(SyntaxTree tree) => tree.FilePath.Contains(ArtifactsHint, StringComparison.Ordinal);

    /// <summary>Compiles. Classes with errors are left out, and their errors are returned.</summary>
    public static (byte[]? Image, Dictionary<string, string> Errors) Emit(CSharpCompilation compilation)
    {
        // The analysis of null takes half of the time, and changes no code.
        compilation = WithoutNullAnalysis(compilation);
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
    public static string ClassOf(SyntaxTree tree) => Path.GetFileName(tree.FilePath).Split('.')[0];

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
    public static string ReasonOf(Dictionary<string, string> contents, string name)
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
