using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Incremental;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>A driver that has seen all edits so far, beside what a driver that has seen nothing generates from the same files.</summary>
internal sealed class IncrementalOracle
{
    private readonly SortedDictionary<string, SampleFile> _files;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <param name="parts">What the stamp of a tree is made of.</param>
    public IncrementalOracle(StampParts parts)
    {
        _files = new SortedDictionary<string, SampleFile>(EditedSample.Files.ToDictionary(), StringComparer.Ordinal);
        _compilation = Compile(_files);
        _driver = Run(new WorkflowReadings(parts), _compilation);
    }

    /// <summary>What the incremental driver has generated.</summary>
    public string Generated => TextOf(_driver);

    /// <summary>Edits a file, and runs the driver on what it leads to.</summary>
    public void Edit(string file, Func<SampleFile, SampleFile> edit)
    {
        var old = _files[file];
        _files[file] = edit(old);
        var tree = _compilation.SyntaxTrees.Single(tree => tree.FilePath == old.Path);
        _compilation = _compilation.ReplaceSyntaxTree(tree, Parse(_files[file]));
        _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>What a new driver with a new memo generates. Each file is parsed anew, because the memo finds readings by tree.</summary>
    public string Fresh() => TextOf(Run(new WorkflowReadings(StampParts.All), Compile(_files)));

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
