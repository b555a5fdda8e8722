using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>Rules on the shape of the graph: everything can be reached, there is a way to an end, loops wait.</summary>
internal static class GraphRules
{
    public static void Check(MachineModel machine, StateGraph graph, Action<DiagnosticInfo> report)
    {
        if (graph.Start < 0 || !graph.IsComplete)
        {
            return;
        }

        var reachable = graph.Reachable();
        CheckReachable(graph, reachable, report);
        CheckEnds(machine, graph, reachable, report);
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
            _ => ", nor can " + string.Join(", ", names.GetRange(0, Named)) + " and " + (names.Count - Named).ToString(System.Globalization.CultureInfo.InvariantCulture) + " more after it",
        };
    }

    private static void CheckEnds(MachineModel machine, StateGraph graph, bool[] reachable, Action<DiagnosticInfo> report)
    {
        var ends = CanEnd(graph, reachable);
        if (!ends[graph.Start] && Array.TrueForAll(ends, static end => !end))
        {
            report(new DiagnosticInfo(DiagnosticIds.NoWayToAnEnd, machine.Anchor, machine.ClassName));
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

    /// <summary>From which states an end can be reached: the edges are followed backwards from the ends.</summary>
    private static bool[] CanEnd(StateGraph graph, bool[] reachable)
    {
        var result = new bool[graph.Nodes.Count];
        var before = new List<int>?[graph.Nodes.Count];
        var pending = new Stack<int>();
        foreach (var node in graph.Nodes)
        {
            foreach (var edge in node.Out)
            {
                (before[edge.To] ??= []).Add(node.Index);
            }

            if (reachable[node.Index] && node.State.IsTerminal)
            {
                result[node.Index] = true;
                pending.Push(node.Index);
            }
        }

        while (pending.Count > 0)
        {
            foreach (var state in before[pending.Pop()] ?? [])
            {
                if (!result[state])
                {
                    result[state] = true;
                    pending.Push(state);
                }
            }
        }

        return result;
    }

    /// <summary>Finds a loop on which no time passes: the states in which time passes are taken out, and a state that still leads back to itself is on such a loop.</summary>
    private static void CheckLoops(StateGraph graph, bool[] reachable, Action<DiagnosticInfo> report)
    {
        var search = new LoopSearch(graph);
        foreach (var node in graph.Nodes)
        {
            if (reachable[node.Index] && search.FindFrom(node.Index) is { } loop)
            {
                report(new DiagnosticInfo(DiagnosticIds.EndlessLoopWithoutWait, loop[loop.Count - 1].Anchor,
                    string.Join(" -> ", loop.Select(static state => state.Member)) + " -> " + loop[0].Member));
                return;
            }
        }
    }
}
