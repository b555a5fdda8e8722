using System.Globalization;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Running;

/// <summary>Compiles many random states: their workflows with the generator, and their methods into one assembly, which it loads.</summary>
internal static class BatchCompiler
{
    /// <summary>Compiles states.</summary>
    /// <param name="librarySource">The types of the second assembly.</param>
    /// <param name="dataSource">The types of the assembly itself.</param>
    /// <param name="states">The states.</param>
    public static CompiledBatch Compile(string librarySource, string dataSource, IReadOnlyList<RandomState> states)
    {
        var library = SourceCompiler.Emit(SourceCompiler.Create("Library").AddSyntaxTrees(SourceCompiler.Parse(librarySource, "Library.cs")));
        var sources = states.Select(static (state, index) => (Name: NameOf(index), State: state)).ToDictionary(static item => item.Name, static item => item.State, StringComparer.Ordinal);
        var reference = MetadataReference.CreateFromImage(library.Image!);
        var data = SourceCompiler.Parse(dataSource, "Data.cs");
        var executed = sources.Select(static item => SourceCompiler.Parse(WorkflowSource.WriteExecuted(item.Key, item.Value), item.Key + ".cs"));
        var (image, errors) = SourceCompiler.Emit(SourceCompiler.Create("States", reference).AddSyntaxTrees([data, .. executed]));
        var workflows = sources.Where(item => !errors.ContainsKey(item.Key)).Select(static item => SourceCompiler.Parse(WorkflowSource.Write(item.Key, item.Value), item.Key + ".cs"));
        var (_, contents) = SourceCompiler.Generate(SourceCompiler.Create("Workflows", reference).AddSyntaxTrees([data, .. workflows]));
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
                batch.Refused.Add((state, SourceCompiler.ReasonOf(contents, name)));
            }
        }

        return batch;
    }

    /// <summary>What is wrong with a workflow; null if nothing is.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="name">The name of its class.</param>
    public static string? Check(string source, string name)
    {
        string[] spaces = ["Data", "Library"];
        var trees = spaces.Select(static space => SourceCompiler.Parse($"namespace {space} {{ }}", space + ".cs")).Prepend(SourceCompiler.Parse(source, name + ".cs"));
        var (compilation, artifacts) = SourceCompiler.Generate(SourceCompiler.Create("Workflows").AddSyntaxTrees(trees));
        var error = compilation.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        return error?.ToString() ?? (artifacts.ContainsKey(name + "/" + name + ".asl.json") ? null : SourceCompiler.ReasonOf(artifacts, name));
    }

    private static string NameOf(int index) => "W" + index.ToString(CultureInfo.InvariantCulture);
}
