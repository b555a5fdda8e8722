using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>The states of a machine and the ways between them.</summary>
internal sealed class StateGraph
{
    private readonly StateNames _names;
    private readonly IReadOnlyList<IReadOnlyList<Edge>> _edges;

    private StateGraph(StateNames names, int start, IReadOnlyList<StateNode> nodes)
    {
        _names = names;
        _edges = [.. nodes.Select(static node => node.Out)];
        Start = start;
        Nodes = nodes;
    }

    public IReadOnlyList<StateNode> Nodes { get; }

    /// <summary>The first state; -1 where the machine has none.</summary>
    public int Start { get; }

    /// <summary>Whether every name leads to a state, so that what is not reached is really not reachable.</summary>
    public bool IsComplete => _names.IsComplete;

    /// <summary>Builds the graph of a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="outerRetry">The default of the enclosing machine, for a class without a <c>[Retry]</c>; empty for the machine of a workflow.</param>
    /// <param name="report">Takes the references that name no state.</param>
    public static StateGraph Create(MachineModel machine, EquatableArray<RetryModel> outerRetry, Action<DiagnosticInfo> report)
    {
        var names = new StateNames(machine, report);
        var start = names.Resolve(machine.Start?.Next, TransitionKind.Next);
        var transitions = new List<IReadOnlyList<Edge>>(machine.States.Count);
        for (var i = 0; i < machine.States.Count; i++)
        {
            transitions.Add(TransitionsOf(machine.States[i], i, names));
        }

        foreach (var catcher in machine.Catch)
        {
            names.Resolve(catcher.Next, TransitionKind.Next);
        }

        var defaults = new ClassDefaults(machine, outerRetry, names, transitions, start);
        var nodes = new List<StateNode>(machine.States.Count);
        for (var i = 0; i < machine.States.Count; i++)
        {
            var resilience = defaults.Of(i);
            nodes.Add(new StateNode(i, machine.States[i], resilience, [.. transitions[i], .. CatchersOf(resilience, i, names)]));
        }

        return new StateGraph(names, start, nodes);
    }

    public StateNode? Find(string member) => _names.Find(member) is >= 0 and var index ? Nodes[index] : null;

    /// <summary>Which states an execution can reach.</summary>
    public bool[] Reachable() => Reachability.From(_edges, Start);

    /// <summary>Which states can be reached from a state, itself among them.</summary>
    public bool[] ReachableFrom(int state) => Reachability.From(_edges, state);

    private static List<Edge> TransitionsOf(StateModel state, int index, StateNames names)
    {
        var edges = new List<Edge>();
        foreach (var transition in state.Transitions)
        {
            if (names.Resolve(transition.Target, transition.Kind) is >= 0 and var target)
            {
                edges.Add(new Edge(index, target, transition.Kind is TransitionKind.Choice ? EdgeKind.Choice : EdgeKind.Next, transition.Writes) { Proved = transition.Proved });
            }
        }

        return edges;
    }

    private static List<Edge> CatchersOf(ResilienceModel resilience, int index, StateNames names)
    {
        var edges = new List<Edge>();
        foreach (var catcher in resilience.Catch)
        {
            if (names.Resolve(catcher.Next, TransitionKind.Next) is >= 0 and var target)
            {
                edges.Add(new Edge(index, target, EdgeKind.Catch, catcher.ResultName));
            }
        }

        return edges;
    }
}
