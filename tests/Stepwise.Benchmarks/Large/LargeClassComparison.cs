extern alias generator;

using System.Globalization;
using Basic.Reference.Assemblies;
using generator::Stepwise.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Benchmarks.Large;

/// <summary>Measures the processor time in which one class with many states is compiled, from its source to its artifacts. Work of other processes is not in it.</summary>
internal static class LargeClassComparison
{
    private const int MostStates = 500;

    private static readonly TimeSpan _most = TimeSpan.FromSeconds(2);

    /// <summary>Prints a row for each size. A size is compiled five times; the first run of the first size contains just-in-time compilation.</summary>
    /// <returns>Whether the best run of the largest class took less than two seconds, and five times the states took at most ten times as long.</returns>
    public static bool Run(TextWriter output)
    {
        var best = new Dictionary<int, TimeSpan>();
        output.WriteLine("| states | first, ms | best of 5, ms |");
        output.WriteLine("|--:|--:|--:|");
        foreach (var states in new[] { 100, 200, MostStates })
        {
            var source = LargeClass.Write(states);
            var times = Enumerable.Range(0, 5).Select(_ => Compile(source, states)).ToList();
            best[states] = times.Min();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {states} | {times[0].TotalMilliseconds:F0} | {times.Min().TotalMilliseconds:F0} |"));
        }

        var isKept = best[MostStates] < _most && best[MostStates] < best[100] * 10;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{MostStates} states: less than {_most.TotalSeconds} s, and less than 10 times the time of 100 states: {(isKept ? "kept" : "MISSED")}"));
        return isKept;
    }

    private static TimeSpan Compile(string source, int states)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "Project",
            [CSharpSyntaxTree.ParseText(source, parsing, "Large.cs")],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
        var before = Environment.CpuUsage.TotalTime;
        var trees = CSharpGeneratorDriver.Create([new StepwiseGenerator().AsSourceGenerator()], parseOptions: parsing).RunGenerators(compilation).GetRunResult().GeneratedTrees;
        var busy = Environment.CpuUsage.TotalTime - before;
        return trees.Any(static tree => tree.ToString().Contains("large.asl.json", StringComparison.Ordinal))
            ? busy
            : throw new InvalidOperationException($"The class with {states} states is refused: " + trees.FirstOrDefault()?.ToString());
    }
}
