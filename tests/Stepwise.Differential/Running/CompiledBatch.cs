using System.Runtime.Loader;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Running;

/// <summary>The states of one assembly.</summary>
internal sealed class CompiledBatch : IDisposable
{
    private readonly AssemblyLoadContext _context;

    public CompiledBatch(AssemblyLoadContext context) => _context = context;

    /// <summary>The states that were accepted.</summary>
    public List<CompiledState> Accepted { get; } = [];

    /// <summary>The states that Stepwise refused, with the reason.</summary>
    public List<(RandomState State, string Reason)> Refused { get; } = [];

    /// <summary>The states that are not C#, with the compiler's error.</summary>
    public List<(RandomState State, string Error)> Invalid { get; } = [];

    public void Dispose() => _context.Unload();
}
