using System.Runtime.CompilerServices;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>Counts the calls of each state in an execution and the children of its Maps, including retries. Mocks and faults are chosen by this number.</summary>
internal static class TaskCalls
{
    private static readonly ConditionalWeakTable<Execution, Dictionary<string, int>> _counts = [];

    /// <summary>Counts a call. Called on the loop.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="stateName">The state.</param>
    /// <returns>The number of the call, from 0.</returns>
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
