using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Benchmarks.Keystroke;

namespace Stepwise.Benchmarks.Projects;

/// <summary>A project of 200 files, 50 of which hold a class that a generator reads, and the edits that are made to it.</summary>
internal sealed class EditedProject
{
    public const int Files = 200;
    public const int Targets = 50;

    private static readonly CSharpParseOptions _parseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);

    private readonly SourceTemplate _target;

    /// <param name="target">The file with the class that is read.</param>
    /// <param name="companion">A file beside each of them, or null.</param>
    /// <param name="libraries">What the project references besides .NET.</param>
    public EditedProject(SourceTemplate target, SourceTemplate? companion, IReadOnlyList<MetadataReference> libraries)
    {
        _target = target;
        var trees = new List<SyntaxTree>(Files);
        for (var i = 0; i < Targets; i++)
        {
            trees.Add(Parse(TargetPath(i), target.Fill(i)));
            if (companion is not null)
            {
                trees.Add(Parse(FormattableString.Invariant($"/project/Targets/Companion{i}.cs"), companion.Fill(i)));
            }
        }

        for (var i = 0; trees.Count < Files; i++)
        {
            trees.Add(Parse(OrdinaryPath(i), OrdinarySource.Template.Fill(i)));
        }

        // One thread does all the work, so that its processor time is all there is to measure.
        Compilation = CSharpCompilation.Create(
            "Project",
            trees,
            [.. Net100.References.All, .. libraries],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The project before any edit.</summary>
    public CSharpCompilation Compilation { get; }

    public static EditedProject OfWorkflows() =>
        new(WorkflowSource.Workflow, WorkflowSource.Contracts, [MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location)]);

    public static CSharpGeneratorDriver CreateDriver(IReadOnlyList<IIncrementalGenerator> generators, bool runsImplementationOutputs) => CSharpGeneratorDriver.Create(
        generators.Select(GeneratorExtensions.AsSourceGenerator),
        parseOptions: _parseOptions,
        driverOptions: new GeneratorDriverOptions(
            runsImplementationOutputs ? IncrementalGeneratorOutputKind.None : IncrementalGeneratorOutputKind.Implementation,
            trackIncrementalGeneratorSteps: false));

    /// <summary>The compilation with one tree replaced by what it is after <paramref name="revision"/> edits.</summary>
    public CSharpCompilation Apply(CSharpCompilation compilation, Edit edit, int revision)
    {
        var (path, text) = edit switch
        {
            Edit.Unrelated => (OrdinaryPath(0), OrdinarySource.Template.Fill(0, body: revision)),
            Edit.Declaration => (OrdinaryPath(0), OrdinarySource.Template.Fill(0, signature: revision)),
            Edit.Comment => (TargetPath(0), _target.Fill(0, comment: revision)),
            Edit.Body => (TargetPath(0), _target.Fill(0, body: revision)),
            Edit.Signature => (TargetPath(0), _target.Fill(0, signature: revision)),
            _ => throw new ArgumentOutOfRangeException(nameof(edit)),
        };
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(old, Parse(path, text));
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, _parseOptions, path);

    private static string TargetPath(int index) => FormattableString.Invariant($"/project/Targets/Target{index}.cs");

    private static string OrdinaryPath(int index) => FormattableString.Invariant($"/project/Ordinary/Ordinary{index}.cs");
}
