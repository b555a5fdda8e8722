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
internal sealed record Edge(int From, int To, EdgeKind Kind, string? Writes);
