using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Stepwise.Architecture.Tests;

/// <summary>Reads the projects under <c>src</c> from <c>compilation-inputs.txt</c>, which their last build wrote (see <c>Directory.Build.targets</c>).</summary>
internal static class BoundProjects
{
    /// <summary>The target frameworks, best first. A reference from this project builds the first one that the other project has.</summary>
    private static readonly string[] _frameworks = ["net10.0", "net8.0", "netstandard2.0"];

    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = FindRepository();

    public static IReadOnlyList<BoundProject> ReadAll()
    {
        var configuration = typeof(BoundProjects).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Configuration").Value!;
        var files = new ConcurrentDictionary<string, Lazy<MetadataReference>>(StringComparer.Ordinal);
        return Directory.GetFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(project => Read(project, configuration, file => files.GetOrAdd(file, static name => new(() => MetadataReference.CreateFromFile(name))).Value))
            .ToArray();
    }

    private static BoundProject Read(string project, string configuration, Func<string, MetadataReference> referenceTo)
    {
        var folder = Path.GetDirectoryName(project)!;
        var inputs = ReadInputs(Path.Combine(folder, "obj", configuration)).ToLookup(static line => line[..line.IndexOf('=', StringComparison.Ordinal)], static line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);

        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: inputs["constants"].Single().Split(';'));
        var compilation = CSharpCompilation.Create(
            inputs["assembly"].Single(),
            inputs["source"].Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, Path.GetFullPath(file), Encoding.UTF8)),
            inputs["reference"].Select(reference => Aliased(reference, referenceTo)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

        return new BoundProject(
            Path.GetFileNameWithoutExtension(project),
            folder,
            inputs["rootNamespace"].Single(),
            WithGeneratedSources(compilation, inputs["analyzer"], options),
            [.. inputs["projectReference"].Where(static reference => !reference.EndsWith("|false", StringComparison.OrdinalIgnoreCase)).Select(static reference => Path.GetFileNameWithoutExtension(reference.Split('|')[0]))]);
    }

    private static string[] ReadInputs(string folder)
    {
        var files = _frameworks.Select(framework => Path.Combine(folder, framework, "compilation-inputs.txt"));
        return File.ReadAllLines(files.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"'{folder}' has no compilation-inputs.txt: build the project first."));
    }

    private static MetadataReference Aliased(string reference, Func<string, MetadataReference> referenceTo)
    {
        var parts = reference.Split('|');
        return parts[1].Length == 0 ? referenceTo(parts[0]) : referenceTo(parts[0]).WithAliases(parts[1].Split(','));
    }

    private static CSharpCompilation WithGeneratedSources(CSharpCompilation compilation, IEnumerable<string> analyzers, CSharpParseOptions options)
    {
        var generators = analyzers.Where(File.Exists).SelectMany(static file => new AnalyzerFileReference(file, AnalyzerLoader.Instance).GetGenerators(LanguageNames.CSharp)).ToImmutableArray();
        _ = CSharpGeneratorDriver.Create(generators, parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Campaign.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
        }

        return folder.FullName;
    }

    private sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
    {
        public static AnalyzerLoader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
