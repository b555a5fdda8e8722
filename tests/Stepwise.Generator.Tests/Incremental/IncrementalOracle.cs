using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Incremental;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>A driver that has seen all edits so far, beside what a driver that has seen nothing generates from the same files.</summary>
internal sealed class IncrementalOracle
{
    private readonly SortedDictionary<string, SampleFile> files;
    private CSharpCompilation compilation;
    private GeneratorDriver driver;

    /// <param name="parts">What the stamp of a tree is made of.</param>
    public IncrementalOracle(StampParts parts)
    {
        files = new SortedDictionary<string, SampleFile>(EditedSample.Files.ToDictionary(), StringComparer.Ordinal);
        compilation = Compile(files);
        driver = Run(new WorkflowReadings(parts), compilation);
    }

    /// <summary>What the incremental driver has generated.</summary>
    public string Generated => TextOf(driver);

    /// <summary>Edits a file, and runs the driver on what it leads to.</summary>
    public void Edit(string file, Func<SampleFile, SampleFile> edit)
    {
        var old = files[file];
        files[file] = edit(old);
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == old.Path);
        compilation = compilation.ReplaceSyntaxTree(tree, Parse(files[file]));
        driver = driver.RunGenerators(compilation);
    }

    /// <summary>What a new driver with a new memo generates. Each file is parsed anew, because the memo finds readings by tree.</summary>
    public string Fresh() => TextOf(Run(new WorkflowReadings(StampParts.All), Compile(files)));

    private static GeneratorDriver Run(WorkflowReadings readings, CSharpCompilation compilation) => CSharpGeneratorDriver
        .Create([new StepwiseGenerator(readings).AsSourceGenerator()], parseOptions: TestBed.ParseOptions)
        .RunGenerators(compilation);

    private static CSharpCompilation Compile(SortedDictionary<string, SampleFile> files) =>
        TestBed.Compile(Array.Empty<string>()).AddSyntaxTrees(files.Values.Select(Parse));

    private static SyntaxTree Parse(SampleFile file) => CSharpSyntaxTree.ParseText(file.Text, TestBed.ParseOptions.WithPreprocessorSymbols(file.Symbols), file.Path);

    private static string TextOf(GeneratorDriver driver)
    {
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return string.Join("\n", result.GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal).Select(static source => source.HintName + "\n" + source.SourceText));
    }
}
