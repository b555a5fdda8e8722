using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Flow;

internal enum EdgeKind
{
    Next,
    Choice,
    Catch,
}

/// <summary>A way from one state to another. <paramref name="Writes"/> is the value that is set on it.</summary>
internal sealed record Edge(int From, int To, EdgeKind Kind, string? Writes);

/// <summary>A state in the graph, with the retriers and catchers that are in force.</summary>
internal sealed class StateNode
{
    public StateNode(int index, StateModel state)
    {
        Index = index;
        State = state;
    }

    public int Index { get; }

    public StateModel State { get; }

    public List<Edge> Out { get; } = [];

    public EquatableArray<RetryModel> Retry { get; set; }

    public EquatableArray<CatchModel> Catch { get; set; }

    /// <summary>Whether a default of the class is not in force because the state is part of the failure path itself.</summary>
    public bool IsExemptFromCatch { get; set; }

    public bool IsTask => State is TaskModel;

    /// <summary>Whether the execution can end here.</summary>
    public bool IsTerminal => State switch
    {
        SucceedModel or FailModel => true,
        RawStateModel raw => raw.IsTerminal,
        _ => State.End,
    };

    /// <summary>Whether time passes here: a Wait, or a task that waits for somebody else.</summary>
    public bool Waits => State is WaitModel or TaskModel { WaitsForToken: true } or ServiceTaskModel { RunsJob: true } or RawStateModel { Type: "Wait" };
}

/// <summary>The states and the ways between them.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<string, int> byMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly WorkflowModel workflow;
    private readonly Action<DiagnosticInfo> report;

    private StateGraph(WorkflowModel workflow, Action<DiagnosticInfo> report)
    {
        this.workflow = workflow;
        this.report = report;
    }

    public List<StateNode> Nodes { get; } = [];

    /// <summary>The first state; -1 where the workflow has none.</summary>
    public int Start { get; private set; } = -1;

    /// <summary>Whether every name leads to a state, so that what is not reached is really not reachable.</summary>
    public bool IsComplete { get; private set; } = true;

    public static StateGraph Of(WorkflowModel workflow, Action<DiagnosticInfo> report)
    {
        var graph = new StateGraph(workflow, report);
        graph.Build();
        return graph;
    }

    public StateNode? Find(string member) => byMember.TryGetValue(member, out var index) ? Nodes[index] : null;

    /// <summary>Which states an execution can reach, going round <paramref name="without"/>.</summary>
    public bool[] ReachableWithout(int without) => Reachable(Start, without);

    /// <summary>Which states an execution can reach.</summary>
    public bool[] Reachable() => Reachable(Start, -1);

    /// <summary>Which states can be reached from a state, itself among them.</summary>
    public bool[] ReachableFrom(int state) => Reachable(state, -1);

    private bool[] Reachable(int from, int without)
    {
        var reached = new bool[Nodes.Count];
        if (from < 0 || from == without)
        {
            return reached;
        }

        var pending = new Stack<int>();
        reached[from] = true;
        pending.Push(from);
        while (pending.Count > 0)
        {
            foreach (var edge in Nodes[pending.Pop()].Out)
            {
                if (edge.To != without && !reached[edge.To])
                {
                    reached[edge.To] = true;
                    pending.Push(edge.To);
                }
            }
        }

        return reached;
    }

    private void Build()
    {
        foreach (var state in workflow.States)
        {
            var node = new StateNode(Nodes.Count, state);
            byMember[state.Member] = node.Index;
            byName[state.Name] = node.Index;
            Nodes.Add(node);
        }

        if (workflow.Start?.Next is { } first)
        {
            Start = Resolve(first);
        }
        else
        {
            IsComplete = false;
        }

        foreach (var node in Nodes)
        {
            AddTransitions(node);
        }

        foreach (var catcher in workflow.Catch)
        {
            if (catcher.Next is { } next && reported.Add(next.Anchor))
            {
                Resolve(next);
            }

            IsComplete &= catcher.Next is not null;
        }

        ApplyDefaults();
        foreach (var node in Nodes)
        {
            node.Out.RemoveAll(static edge => edge.Kind is EdgeKind.Catch);
            AddCatchEdges(node, node.Catch, quietly: false);
        }
    }

    private void AddTransitions(StateNode node)
    {
        var writes = ValueTable.ResultOf(node.State)?.Name;
        switch (node.State)
        {
            case ChoiceModel choice:
                foreach (var arm in choice.Arms)
                {
                    Add(node, arm.Target, EdgeKind.Choice, null);
                }

                IsComplete &= choice.Arms.Count > 0;
                break;
            case RawStateModel raw:
                foreach (var target in raw.Targets)
                {
                    AddRaw(node, target);
                }

                break;
            default:
                if (node.State.Next is { } next)
                {
                    Add(node, next, EdgeKind.Next, writes);
                }
                else
                {
                    IsComplete &= node.IsTerminal;
                }

                break;
        }
    }

    private void Add(StateNode node, StateReference reference, EdgeKind kind, string? writes)
    {
        var target = Resolve(reference, kind);
        if (target >= 0)
        {
            node.Out.Add(new Edge(node.Index, target, kind, writes));
        }
    }

    private void AddRaw(StateNode node, StateReference reference)
    {
        if (byName.TryGetValue(reference.Member, out var target) || byMember.TryGetValue(reference.Member, out target))
        {
            node.Out.Add(new Edge(node.Index, target, EdgeKind.Next, null));
            return;
        }

        IsComplete = false;
        if (reference.Member.Length > 0)
        {
            ReportUnknown(reference, DiagnosticIds.NextNotAState);
        }
    }

    private int Resolve(StateReference reference, EdgeKind kind = EdgeKind.Next)
    {
        if (byMember.TryGetValue(reference.Member, out var index))
        {
            return index;
        }

        IsComplete = false;
        if (reference.Member.Length > 0)
        {
            ReportUnknown(reference, kind is EdgeKind.Choice ? DiagnosticIds.ChoiceArmNotAState : DiagnosticIds.NextNotAState);
        }

        return -1;
    }

    private void ReportUnknown(StateReference reference, string id)
    {
        var members = new List<string>();
        foreach (var node in Nodes)
        {
            members.Add(node.State.Member);
        }

        var isStart = reference.Member == workflow.Start?.MethodName;
        var close = isStart ? null : Spelling.Closest(reference.Member, members);
        var what = isStart
            ? "[Start] is the input contract and no state"
            : close is not null
                ? $"did you mean nameof({close})?"
                : members.Count == 0
                    ? "the workflow has no states yet"
                    : "its states are " + string.Join(", ", members);
        report(new DiagnosticInfo(id, reference.Anchor, reference.Member, what)
        {
            Properties = close is null
                ? default
                : new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Suggestion", close), new DiagnosticProperty("Member", reference.Member)),
        });
    }

    /// <summary>Brings the defaults of the class into force. A catcher holds for every task without its own, except those that can only be reached through its target:
    /// the failure path does not catch into itself.</summary>
    private void ApplyDefaults()
    {
        foreach (var node in Nodes)
        {
            if (!node.IsTask)
            {
                continue;
            }

            node.Retry = node.State.Retry ?? workflow.Retry;
            node.Catch = node.State.Catch ?? workflow.Catch;
            AddCatchEdges(node, node.Catch, quietly: true);
        }

        var inForce = new Dictionary<StateNode, List<CatchModel>>();
        foreach (var catcher in workflow.Catch)
        {
            if (catcher.Next is null || !byMember.TryGetValue(catcher.Next.Member, out var target))
            {
                continue;
            }

            var around = ReachableWithout(target);
            var all = Reachable();
            foreach (var node in Nodes)
            {
                if (!node.IsTask || node.State.Catch is not null)
                {
                    continue;
                }

                if (around[node.Index] || (!all[node.Index] && node.Index != target))
                {
                    if (!inForce.TryGetValue(node, out var list))
                    {
                        inForce.Add(node, list = []);
                    }

                    list.Add(catcher);
                }
                else
                {
                    node.IsExemptFromCatch = true;
                }
            }
        }

        foreach (var node in Nodes)
        {
            if (node.IsTask && node.State.Catch is null)
            {
                node.Catch = inForce.TryGetValue(node, out var list) ? new EquatableArray<CatchModel>(list) : default;
            }
        }
    }

    private void AddCatchEdges(StateNode node, EquatableArray<CatchModel> catchers, bool quietly)
    {
        foreach (var catcher in catchers)
        {
            if (catcher.Next is not { } next)
            {
                IsComplete = false;
                continue;
            }

            if (byMember.TryGetValue(next.Member, out var target))
            {
                node.Out.Add(new Edge(node.Index, target, EdgeKind.Catch, catcher.ResultName));
            }
            else if (!quietly && reported.Add(next.Anchor))
            {
                Resolve(next);
            }
        }
    }

    private readonly HashSet<int> reported = [];
}
