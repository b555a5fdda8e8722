using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>Searches for loops on which no time passes, depth first, each state once.</summary>
internal sealed class LoopSearch(StateGraph graph)
{
    private readonly Mark[] _marks = new Mark[graph.Nodes.Count];

    private enum Mark
    {
        Unseen,

        /// <summary>On the path that is being followed.</summary>
        Open,
        Done,
    }

    /// <summary>The states, in order, of the first loop that can be reached from a state without time passing; null if there is no such loop.</summary>
    public IReadOnlyList<StateModel>? FindFrom(int start)
    {
        if (_marks[start] is not Mark.Unseen || graph.Nodes[start].State.PassesTime)
        {
            return null;
        }

        // The path, and for each state on it the number of edges that have been followed.
        var path = new List<(int State, int Followed)> { (start, 0) };
        _marks[start] = Mark.Open;
        while (path.Count > 0)
        {
            var (at, followed) = path[path.Count - 1];
            if (followed == graph.Nodes[at].Out.Count)
            {
                _marks[at] = Mark.Done;
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[path.Count - 1] = (at, followed + 1);
            var next = graph.Nodes[at].Out[followed].To;
            if (graph.Nodes[next].State.PassesTime)
            {
                continue;
            }

            if (_marks[next] is Mark.Open)
            {
                return [.. path.SkipWhile(step => step.State != next).Select(step => graph.Nodes[step.State].State)];
            }

            if (_marks[next] is Mark.Unseen)
            {
                _marks[next] = Mark.Open;
                path.Add((next, 0));
            }
        }

        return null;
    }
}
