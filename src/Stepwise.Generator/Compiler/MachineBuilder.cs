using Stepwise.Generator.Flow;
using Stepwise.Generator.Kinds;
using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Compiler;

/// <summary>Builds machines of ASL: exactly one state for each state of the class.</summary>
internal sealed class MachineBuilder(StateKinds kinds, Action<DiagnosticInfo> report)
{
    /// <summary>Builds a machine, and the machines that its states run; null where one of them has no first state.</summary>
    /// <param name="flow">The machine.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Asl.StateMachine? Build(MachineFlow flow, CancellationToken cancellationToken) => Build(flow, outer: null, cancellationToken);

    private Asl.StateMachine? Build(MachineFlow flow, QueryLanguages? outer, CancellationToken cancellationToken)
    {
        var graph = flow.Graph;
        if (graph.Start < 0)
        {
            return null;
        }

        var languages = new QueryLanguages(flow.Machine, flow.Values.Values, outer, report);
        var states = new List<Asl.State>(graph.Nodes.Count);
        foreach (var node in graph.Nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var machines = new List<Asl.StateMachine>();
            foreach (var nested in flow.MachinesOf(node))
            {
                if (Build(nested, languages, cancellationToken) is not { } machine)
                {
                    return null;
                }

                machines.Add(machine);
            }

            var context = new StateContext(languages.Of(node.State), node.Resilience, machines, member => graph.Find(member)?.State.Name, report);
            states.Add(Build(node.State, context));
        }

        return new Asl.StateMachine { Comment = flow.Machine.Comment, StartAt = graph.Nodes[graph.Start].State.Name, States = states };
    }

    private Asl.State Build(StateModel state, StateContext context)
    {
        var built = kinds.Of(state).Build(state, context);

        // The author wrote all fields of a raw state.
        return built is Asl.RawState ? built : built with { Comment = state.Comment, QueryLanguage = context.Language.OfState };
    }
}
