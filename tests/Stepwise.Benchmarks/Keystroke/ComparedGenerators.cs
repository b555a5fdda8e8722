using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>Generators of other packages, and the libraries that their users reference. The build copies both beside this program.</summary>
internal static class ComparedGenerators
{
    /// <summary>All incremental generators of the package in <paramref name="folder"/>.</summary>
    public static IReadOnlyList<IIncrementalGenerator> Load(string folder)
    {
        var generators = new List<IIncrementalGenerator>();
        foreach (var file in Files(folder, "generators"))
        {
            foreach (var type in Assembly.LoadFrom(file).GetTypes())
            {
                if (type.GetCustomAttribute<GeneratorAttribute>() is not null && Activator.CreateInstance(type) is IIncrementalGenerator generator)
                {
                    generators.Add(generator);
                }
            }
        }

        return generators.Count > 0 ? generators : throw new InvalidOperationException($"No generator was found in '{folder}'.");
    }

    /// <summary>What a user of the package references.</summary>
    public static IReadOnlyList<MetadataReference> Libraries(string folder) =>
        Files(folder, "libraries").Select(static file => (MetadataReference)MetadataReference.CreateFromFile(file)).ToArray();

    private static string[] Files(string folder, string kind)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "compared", folder, kind);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.dll").Order(StringComparer.Ordinal)] : [];
    }
}
