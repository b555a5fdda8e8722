using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>What is known of a machine and of the machines that its states run: the graph and the values.</summary>
internal sealed class MachineFlow
{
    private readonly IReadOnlyList<IReadOnlyList<MachineFlow>> _machines;

    private MachineFlow(MachineModel machine, StateGraph graph, ValueTable values, IReadOnlyList<IReadOnlyList<MachineFlow>> machines)
    {
        Machine = machine;
        Graph = graph;
        Values = values;
        _machines = machines;
    }

    public MachineModel Machine { get; }

    public StateGraph Graph { get; }

    public ValueTable Values { get; }

    /// <summary>Analyses a machine, and reports what is not reachable, not set, not of the right type, not retried or not caught.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="shapes">The objects that its contracts are made of.</param>
    /// <param name="report">Takes the diagnostics.</param>
    /// <param name="outer">What is around the machine; null for the machine of a workflow.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    public static MachineFlow Analyse(
        MachineModel machine, ObjectShapes shapes, Action<DiagnosticInfo> report, OuterScope? outer = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var graph = StateGraph.Create(machine, outer?.Retry ?? default, report);
        GraphRules.Check(machine, graph, report);
        var values = ValueTable.Create(machine, graph, shapes, outer?.Values, report);
        var assignment = new DefiniteAssignment(graph, values, outer, report);
        assignment.Check();
        ResilienceRules.Check(machine, graph, outer, report);

        var retry = machine.Retry.IsEmpty ? outer?.Retry ?? default : machine.Retry;
        var machines = new List<IReadOnlyList<MachineFlow>>(graph.Nodes.Count);
        foreach (var node in graph.Nodes)
        {
            var inside = new List<MachineFlow>(node.State.Machines.Count);
            foreach (var nested in node.State.Machines)
            {
                var scope = new OuterScope(
                    nested.IsNested ? values : null,
                    assignment,
                    node.Index,
                    retry,
                    outer is { IsCaught: true } || !node.Resilience.Catch.IsEmpty);
                inside.Add(Analyse(nested, shapes, report, scope, cancellationToken));
            }

            machines.Add(inside);
        }

        return new MachineFlow(machine, graph, values, machines);
    }

    /// <summary>The machines that a state runs.</summary>
    public IReadOnlyList<MachineFlow> MachinesOf(StateNode node) => _machines[node.Index];
}
