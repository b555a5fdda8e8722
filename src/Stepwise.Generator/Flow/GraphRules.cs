using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>Rules on the shape of the graph: everything can be reached, there is a way to an end, loops wait.</summary>
internal static class GraphRules
{
    public static void Check(WorkflowModel workflow, StateGraph graph, Action<DiagnosticInfo> report)
    {
        if (graph.Start < 0 || !graph.IsComplete)
        {
            return;
        }

        var reachable = graph.Reachable();
        CheckReachable(graph, reachable, report);
        CheckEnds(workflow, graph, reachable, report);
        CheckLoops(graph, reachable, report);
    }

    /// <summary>Reports where an island begins, not each state on it: mending the first mends those that only it leads to.</summary>
    private static void CheckReachable(StateGraph graph, bool[] reachable, Action<DiagnosticInfo> report)
    {
        var covered = new Dictionary<int, bool[]>();
        foreach (var node in graph.Nodes)
        {
            if (!reachable[node.Index])
            {
                covered.Add(node.Index, graph.ReachableFrom(node.Index));
            }
        }

        foreach (var island in covered)
        {
            var isFollower = false;
            foreach (var other in covered)
            {
                // Of states that lead to each other the first in the source is where the island begins.
                isFollower |= other.Key != island.Key && other.Value[island.Key] && (!island.Value[other.Key] || other.Key < island.Key);
            }

            if (!isFollower)
            {
                var state = graph.Nodes[island.Key].State;
                report(new DiagnosticInfo(DiagnosticIds.Unreachable, state.Anchor, state.Member, Followers(graph, covered, island.Key)));
            }
        }
    }

    /// <summary>The states that cannot be reached because this one cannot.</summary>
    private static string Followers(StateGraph graph, Dictionary<int, bool[]> covered, int head)
    {
        const int Named = 3;
        var names = new List<string>();
        foreach (var other in covered)
        {
            if (other.Key != head && covered[head][other.Key])
            {
                names.Add(graph.Nodes[other.Key].State.Member);
            }
        }

        return names.Count switch
        {
            0 => "",
            <= Named => ", nor can " + string.Join(", ", names),
            _ => ", nor can " + string.Join(", ", names.GetRange(0, Named)) + " and " + (names.Count - Named).ToString(System.Globalization.CultureInfo.InvariantCulture) + " more behind it",
        };
    }

    private static void CheckEnds(WorkflowModel workflow, StateGraph graph, bool[] reachable, Action<DiagnosticInfo> report)
    {
        var ends = CanEnd(graph, reachable);
        if (!ends[graph.Start] && Array.TrueForAll(ends, static end => !end))
        {
            report(new DiagnosticInfo(DiagnosticIds.NoWayToAnEnd, workflow.Anchor, workflow.ClassName));
            return;
        }

        foreach (var node in graph.Nodes)
        {
            if (reachable[node.Index] && !ends[node.Index])
            {
                report(new DiagnosticInfo(DiagnosticIds.Trap, node.State.Anchor, node.State.Member));
            }
        }
    }

    /// <summary>From which states an end can be reached.</summary>
    private static bool[] CanEnd(StateGraph graph, bool[] reachable)
    {
        var result = new bool[graph.Nodes.Count];
        foreach (var node in graph.Nodes)
        {
            result[node.Index] = reachable[node.Index] && node.IsTerminal;
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var node in graph.Nodes)
            {
                if (result[node.Index])
                {
                    continue;
                }

                foreach (var edge in node.Out)
                {
                    if (result[edge.To])
                    {
                        result[node.Index] = changed = true;
                        break;
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Finds a loop on which no time passes; the states that wait are taken out, and what still leads back to itself is one.</summary>
    private static void CheckLoops(StateGraph graph, bool[] reachable, Action<DiagnosticInfo> report)
    {
        const int Unseen = 0, Open = 1, Done = 2;
        var colours = new int[graph.Nodes.Count];
        var path = new List<int>();

        bool Visit(int at)
        {
            colours[at] = Open;
            path.Add(at);
            foreach (var edge in graph.Nodes[at].Out)
            {
                if (graph.Nodes[edge.To].Waits)
                {
                    continue;
                }

                if (colours[edge.To] == Open)
                {
                    var loop = new List<string>();
                    for (var i = path.IndexOf(edge.To); i < path.Count; i++)
                    {
                        loop.Add(graph.Nodes[path[i]].State.Member);
                    }

                    loop.Add(loop[0]);
                    report(new DiagnosticInfo(DiagnosticIds.EndlessLoopWithoutWait, graph.Nodes[at].State.Anchor, string.Join(" -> ", loop)));
                    return true;
                }

                if (colours[edge.To] == Unseen && Visit(edge.To))
                {
                    return true;
                }
            }

            path.RemoveAt(path.Count - 1);
            colours[at] = Done;
            return false;
        }

        foreach (var node in graph.Nodes)
        {
            if (reachable[node.Index] && colours[node.Index] == Unseen && !node.Waits && Visit(node.Index))
            {
                return;
            }
        }
    }
}
