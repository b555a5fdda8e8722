using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Documentation;

/// <summary>The states of a machine with those of the machines within it.</summary>
internal static class NestedStates
{
    /// <summary>All states, each before those within it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="path">What to write before the names, as Markdown.</param>
    /// <returns>The states, with the names of those around them.</returns>
    public static IEnumerable<(string Path, State State)> WithNested(this StateMachine machine, string path = "")
    {
        foreach (var state in machine.States)
        {
            yield return (path, state);
            IReadOnlyList<StateMachine> inner = state switch
            {
                ParallelState parallel => parallel.Branches,
                MapState map => [map.ItemProcessor],
                _ => [],
            };
            foreach (var nested in inner.SelectMany(branch => WithNested(branch, path + Markdown.Text(state.Name) + " / ")))
            {
                yield return nested;
            }
        }
    }
}
