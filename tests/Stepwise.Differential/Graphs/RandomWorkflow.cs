using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>A random workflow. It never changes.</summary>
/// <param name="Language">The query language of the machine: JSONata or JSONPath.</param>
/// <param name="Inputs">The values of the input that states can read.</param>
/// <param name="States">The states. The first is where an execution starts.</param>
/// <param name="Catchers">The catchers of the class.</param>
internal sealed record RandomWorkflow(Language Language, IReadOnlyList<Variable> Inputs, IReadOnlyList<GraphState> States, IReadOnlyList<Catcher> Catchers)
{
    /// <summary>How the machine names properties.</summary>
    public Naming Naming { get; init; } = Naming.CamelCase;

    /// <summary>The inputs that states read.</summary>
    public IReadOnlyList<Variable> ReadInputs
    {
        get
        {
            var read = States.SelectMany(static state => state.Parameters).Select(static reading => reading.Source).ToHashSet(StringComparer.Ordinal);
            return [.. Inputs.Where(input => read.Contains(input.Name))];
        }
    }

    public int Size => States.Sum(static state => state.Size) + 2 * Catchers.Count + ReadInputs.Count;

    public GraphState this[string name] => States.First(state => state.Name == name);

    /// <summary>
    /// The catchers of a state: its own, or else those of the class. A catcher of the class is not for what is reached only through the state that it leads to.
    /// </summary>
    public IReadOnlyList<Catcher> CatchersOf(GraphState state) => !state.IsTask ? []
        : state.Catchers.Count > 0 ? state.Catchers
        : [.. Catchers.Where(catcher => Reachable(without: catcher.Next).Contains(state.Name))];

    /// <summary>The same workflow without the states that no execution reaches.</summary>
    public RandomWorkflow WithoutUnreachable()
    {
        var reachable = Reachable(without: null);
        return this with { States = [.. States.Where(state => reachable.Contains(state.Name))], Catchers = [.. Catchers.Where(catcher => reachable.Contains(catcher.Next))] };
    }

    /// <summary>The states that can be reached, as if each catcher of the class were for every task without its own.</summary>
    private HashSet<string> Reachable(string? without)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([States[0].Name]);
        while (pending.TryPop(out var name))
        {
            if (name == without || !found.Add(name))
            {
                continue;
            }

            var state = this[name];
            foreach (var follower in state.Followers)
            {
                pending.Push(follower);
            }

            foreach (var catcher in !state.IsTask ? [] : state.Catchers.Count > 0 ? state.Catchers : Catchers)
            {
                pending.Push(catcher.Next);
            }
        }

        return found;
    }
}
