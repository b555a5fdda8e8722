namespace Stepwise.Generator.Flow;

/// <summary>Follows edges from a state.</summary>
internal static class Reachability
{
    /// <summary>Which states can be reached from a state, itself among them.</summary>
    /// <param name="edges">The ways out of each state.</param>
    /// <param name="from">The state to begin at; -1 for none.</param>
    /// <param name="without">A state that is not entered; -1 for none. What cannot be reached without it is dominated by it.</param>
    public static bool[] From(IReadOnlyList<IReadOnlyList<Edge>> edges, int from, int without = -1)
    {
        var reached = new bool[edges.Count];
        if (from < 0 || from == without)
        {
            return reached;
        }

        var pending = new Stack<int>();
        reached[from] = true;
        pending.Push(from);
        while (pending.Count > 0)
        {
            foreach (var edge in edges[pending.Pop()])
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
}
