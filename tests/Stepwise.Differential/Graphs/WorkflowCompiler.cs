using System.Globalization;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Stepwise.Differential.Running;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>Compiles random workflows with the generator into one assembly, and loads it. C# executes the bodies of the workflow classes themselves.</summary>
internal sealed class WorkflowCompiler
{
    private readonly byte[] _library;
    private readonly MetadataReference _reference;
    private readonly SyntaxTree _data;

    /// <summary>Compiles the types that all workflows of an assembly use.</summary>
    public WorkflowCompiler(Catalogue types)
    {
        Naming = types.Naming;
        _library = SourceCompiler.Emit(SourceCompiler.Create("Library").AddSyntaxTrees(SourceCompiler.Parse(types.LibrarySource, "Library.cs"))).Image!;
        _reference = MetadataReference.CreateFromImage(_library);
        _data = SourceCompiler.Parse(types.DataSource + RandomWorkflows.TypesSource, "Data.cs");
    }

    /// <summary>How the machines name properties.</summary>
    public Naming Naming { get; }

    /// <summary>Compiles workflows.</summary>
    public CompiledWorkflows Compile(IReadOnlyList<RandomWorkflow> workflows)
    {
        var trees = workflows.Select(static (workflow, index) => SourceCompiler.Parse(GraphSource.Write(NameOf(index), workflow), NameOf(index) + ".cs"));
        var (generated, artifacts) = SourceCompiler.Generate(SourceCompiler.Create("Workflows", _reference).AddSyntaxTrees([_data, .. trees]));
        var (image, errors) = SourceCompiler.Emit(generated);
        var context = new AssemblyLoadContext("Workflows", isCollectible: true);
        context.LoadFromStream(new MemoryStream(_library));
        var assembly = context.LoadFromStream(new MemoryStream(image!));
        var result = new CompiledWorkflows(context);
        for (var i = 0; i < workflows.Count; i++)
        {
            var name = NameOf(i);
            if (errors.TryGetValue(name, out var error))
            {
                result.Invalid[i] = error;
            }
            else if (artifacts.TryGetValue(name + "/" + name + ".asl.json", out var definition))
            {
                result.Accepted[i] = new(name, workflows[i], assembly.GetType(name)!, definition);
            }
            else
            {
                result.Refused[i] = SourceCompiler.ReasonOf(artifacts, name);
            }
        }

        return result;
    }

    /// <summary>Whether each workflow is C# and is accepted. Only its bodies are compiled, without the generated part of the class, and nothing is loaded.</summary>
    public bool[] AreAccepted(IReadOnlyList<RandomWorkflow> workflows)
    {
        List<string> names = [.. workflows.Select(static (_, index) => NameOf(index))];
        var classes = workflows.Zip(names, static (workflow, name) => SourceCompiler.Parse(GraphSource.Write(name, workflow), name + ".cs"));
        var bodies = workflows.Zip(names, static (workflow, name) => SourceCompiler.Parse(GraphSource.WriteBodies(name, workflow), name + ".cs"));
        var (_, artifacts) = SourceCompiler.Generate(SourceCompiler.Create("States", _reference).AddSyntaxTrees([_data, .. classes]));
        var wrong = SourceCompiler.WithoutNullAnalysis(SourceCompiler.Create("Bodies", _reference).AddSyntaxTrees([_data, .. bodies])).GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            .Select(static diagnostic => SourceCompiler.ClassOf(diagnostic.Location.SourceTree!))
            .ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(name => !wrong.Contains(name) && artifacts.ContainsKey(name + "/" + name + ".asl.json"))];
    }

    private static string NameOf(int index) => "W" + index.ToString(CultureInfo.InvariantCulture);
}
