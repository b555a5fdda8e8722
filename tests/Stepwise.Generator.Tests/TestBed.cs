using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Stepwise.Generator.Tests;

/// <summary>Compiles sources as a project that references Stepwise would, with the generator and the analyzer.</summary>
internal static class TestBed
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Amazon.SQS.Model.SendMessageRequest).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Amazon.Runtime.AmazonWebServiceRequest).Assembly.Location),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.None);

    public static CSharpCompilation Compile(params string[] sources) =>
        Compile([.. sources.Select(static (source, index) => ($"File{index}.cs", source))]);

    public static CSharpCompilation Compile(params (string Path, string Source)[] sources) => CSharpCompilation.Create(
        "Consumer",
        [
            CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs"),
            .. sources.Select(static file => CSharpSyntaxTree.ParseText(file.Source, ParseOptions, file.Path)),
        ],
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
            // As in the SDK: references of a library to an older framework are not reported.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public static CSharpGeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new StepwiseGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Runs the generator; returns the compilation with what it added.</summary>
    public static Compilation Generate(CSharpCompilation compilation, out GeneratorDriverRunResult result)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        Assert.Empty(diagnostics);
        result = driver.GetRunResult();
        return updated;
    }

    /// <summary>What the analyzer reports on the compilation with the generated code, as in a build.</summary>
    public static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation)
    {
        var updated = Generate(compilation, out _);
        return updated.WithAnalyzers([new WorkflowAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    /// <summary>The artifacts by path.</summary>
    public static IReadOnlyDictionary<string, string> Artifacts(CSharpCompilation compilation)
    {
        var updated = Generate(compilation, out _);
        var artifacts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in updated.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == nameof(WorkflowArtifactAttribute))
            {
                artifacts.Add((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!);
            }
        }

        return artifacts;
    }

    /// <summary>The definition of the only workflow. If the workflow has no definition, fails with the diagnostics.</summary>
    public static string Definition(params string[] sources)
    {
        var compilation = Compile(sources);
        var artifacts = Artifacts(compilation);
        var definition = artifacts.FirstOrDefault(static artifact => artifact.Key.EndsWith(".asl.json", StringComparison.Ordinal)).Value;
        Assert.True(definition is not null, string.Join("\n", artifacts.Values) + "\n" + string.Join("\n", Analyze(compilation)));
        return definition;
    }
}
