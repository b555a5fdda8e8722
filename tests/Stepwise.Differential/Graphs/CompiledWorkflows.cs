using System.Runtime.Loader;

namespace Stepwise.Differential.Graphs;

/// <summary>The workflows of one assembly, or states of workflows, each as a workflow of its own.</summary>
/// <param name="context">Where the assembly is loaded; null if it is not.</param>
internal sealed class CompiledWorkflows(AssemblyLoadContext? context) : IDisposable
{
    /// <summary>Those that were accepted, by the order in which they were given.</summary>
    public SortedDictionary<int, CompiledWorkflow> Accepted { get; } = [];

    /// <summary>Those that Stepwise refused, with the reason.</summary>
    public SortedDictionary<int, string> Refused { get; } = [];

    /// <summary>Those that are not C#, with the compiler's error.</summary>
    public SortedDictionary<int, string> Invalid { get; } = [];

    public void Dispose() => context?.Unload();
}
