using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Documentation;

/// <summary>Finds the states of a machine and of the machines inside it.</summary>
internal static class NestedStates
{
    /// <summary>Returns all states. A state comes before the states inside it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="path">The path of the machine: the names of the states around it, as Markdown.</param>
    /// <returns>The states, each with the path of its machine.</returns>
    public static IEnumerable<(string Path, State State)> WithNested(this StateMachine machine, string path = "")
    {
        foreach (var state in machine.States)
        {
            yield return (path, state);
            foreach (var nested in state.Machines.SelectMany(branch => WithNested(branch, path + Markdown.Text(state.Name) + " / ")))
            {
                yield return nested;
            }
        }
    }
}
