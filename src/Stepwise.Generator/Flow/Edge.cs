using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

internal enum EdgeKind
{
    Next,
    Choice,
    Catch,
}

/// <summary>A way from one state to another.</summary>
/// <param name="From">The index of the state that it leaves.</param>
/// <param name="To">The index of the state that it leads to.</param>
/// <param name="Kind">What takes it.</param>
/// <param name="Writes">The value that is set on it; null if no value is set.</param>
internal sealed record Edge(int From, int To, EdgeKind Kind, string? Writes)
{
    /// <summary>The values, and paths from them, that are not null on it.</summary>
    public EquatableArray<string> Proved { get; init; }

    /// <summary>Whether a value, or a path from it, is proved not to be null on it.</summary>
    public bool Proves(string path) => Proved.Contains(path, StringComparer.Ordinal);
}
