using System.Runtime.CompilerServices;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>Counts how often a state has been called in an execution and the children of its Maps, retries among them: by it mocks and faults are chosen.</summary>
internal static class TaskCalls
{
    private static readonly ConditionalWeakTable<Execution, Dictionary<string, int>> _counts = [];

    /// <summary>Counts a call. On the loop.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="stateName">The state.</param>
    /// <returns>Which call it is, from 0.</returns>
    public static int Next(Execution execution, string stateName)
    {
        while (execution.Parent is { } parent)
        {
            execution = parent;
        }

        var counts = _counts.GetValue(execution, static _ => new(StringComparer.Ordinal));
        var call = counts.GetValueOrDefault(stateName);
        counts[stateName] = call + 1;
        return call;
    }
}
