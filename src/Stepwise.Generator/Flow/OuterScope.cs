using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>What is around a machine that a state of another machine runs.</summary>
/// <param name="Values">The values of the enclosing machine; null where the machine's states cannot read them.</param>
/// <param name="Assignment">The analysis of the enclosing machine.</param>
/// <param name="State">The index of the state that runs the machine.</param>
/// <param name="Retry">The enclosing machine's default for tasks.</param>
/// <param name="IsCaught">Whether a catcher around the machine takes its errors.</param>
internal sealed record OuterScope(ValueTable? Values, DefiniteAssignment Assignment, int State, EquatableArray<RetryModel> Retry, bool IsCaught)
{
    /// <summary>The shortest path to the state on which nothing sets a value, in words; null where every path sets it.</summary>
    public string? PathWithout(string value) => Assignment.PathWithout(value, State);

    /// <summary>Whether a value, or a path from it, may be null at the state.</summary>
    public bool MayBeNull(string value, string path) => Assignment.MayBeNull(value, path, State);
}
