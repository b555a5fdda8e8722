using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Cost;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Diagram;

/// <summary>
/// Places the states of a machine on a grid. The main path runs straight down column 0. The row of a state is the length of the longest path to it, without loops. All other states stand to the right,
/// as near as possible to the states that lead to them; states that only errors lead to are placed last. <see cref="EdgeRouter"/> then routes the edges, and <see cref="DiagramMetrics"/> computes the pixels.
/// </summary>
internal static class DiagramBuilder
{
    public const int NameSize = 13;
    public const int CaptionSize = 11;

    /// <summary>The height of a line of a name, in pixels.</summary>
    public const int LineHeight = 17;

    /// <summary>The height of the start mark above a nested machine, in pixels.</summary>
    public const int InnerStart = 22;

    /// <summary>The space around each nested machine, in pixels.</summary>
    public const int InnerGap = 12;

    private const int BlockedCost = 6;

    public static DiagramLayout Build(StateMachine machine)
    {
        var nodes = new List<DiagramNode>();
        var byName = new Dictionary<string, DiagramNode>(StringComparer.Ordinal);
        foreach (var state in machine.States)
        {
            var node = new DiagramNode(nodes.Count, state.Name, state);
            nodes.Add(node);
            if (!byName.ContainsKey(state.Name))
            {
                byName.Add(state.Name, node);
            }
        }

        var edges = EdgesOf(machine, nodes, byName);
        foreach (var node in nodes)
        {
            Measure(node);
        }

        var main = MainPath.Of(machine).Select(name => byName[name]).ToList();
        var start = byName.TryGetValue(machine.StartAt, out var first) ? first : null;
        MarkLoops(nodes, edges, main, start);
        SetRows(nodes, edges);
        SetColumns(nodes, edges, main, start);
        EdgeRouter.Route(nodes, edges);
        var (width, height) = DiagramMetrics.ToPixels(nodes, edges);
        return new(machine, nodes, edges, width, height) { Start = start };
    }

    private static List<DiagramEdge> EdgesOf(StateMachine machine, List<DiagramNode> nodes, Dictionary<string, DiagramNode> byName)
    {
        var edges = new List<DiagramEdge>();
        var known = new Dictionary<(int From, int To, bool IsCatch), DiagramEdge>();
        foreach (var from in nodes.Where(node => node.State is not null).ToList())
        {
            foreach (var transition in Transition.FromState(from.State!))
            {
                if (!byName.TryGetValue(transition.To, out var to))
                {
                    to = new(nodes.Count, transition.To, null);
                    nodes.Add(to);
                    byName.Add(transition.To, to);
                }

                var label = transition.Kind == TransitionKind.Catch && transition.Errors.Count == 1 && transition.Errors[0] == ErrorNames.All ? "" : DiagramText.LabelOf(transition);
                var key = (from.Index, to.Index, transition.Kind == TransitionKind.Catch);
                if (known.TryGetValue(key, out var edge))
                {
                    edge.Label = DiagramText.Join(edge.Label, label);
                }
                else
                {
                    known.Add(key, edge = new(from, to, transition.Kind, label));
                    edges.Add(edge);
                }
            }
        }

        return edges;
    }

    private static void Measure(DiagramNode node)
    {
        node.Lines = TextMeasure.Wrap(node.Name, NameSize);
        node.Caption = DiagramText.CaptionOf(node.State);
        var text = Math.Max(node.Lines.Max(line => TextMeasure.WidthOf(line, NameSize)), TextMeasure.WidthOf(node.Caption, CaptionSize));
        node.Width = Even(Math.Max(130, text + (node.State is ChoiceState ? 52 : 32)));
        node.Height = Even((node.Lines.Count * LineHeight) + 32);
        if (node.State?.Machines is not { Count: > 0 } inner)
        {
            return;
        }

        node.Inner = [.. inner.Select(Build).Select(layout => layout with { Height = layout.Height + InnerStart })];
        node.Width = Even(Math.Max(node.Width, node.Inner.Sum(layout => layout.Width) + (InnerGap * (node.Inner.Count + 1))));
        node.Height = Even(node.Height + node.Inner.Max(layout => layout.Height) + InnerGap);
    }

    private static int Even(int length) => length + (length & 1);

    private static void MarkLoops(List<DiagramNode> nodes, List<DiagramEdge> edges, List<DiagramNode> main, DiagramNode? start)
    {
        var outgoing = Outgoing(nodes, edges);
        for (var i = 0; i + 1 < main.Count; i++)
        {
            var next = main[i + 1];
            var list = outgoing[main[i].Index];
            var at = list.FindIndex(edge => edge.To == next && !edge.IsCatch);
            var edge = list[at];
            list.RemoveAt(at);
            list.Insert(0, edge);
        }

        var status = new int[nodes.Count];
        var open = new Stack<(int Node, int Next)>();
        foreach (var root in start is null ? nodes : nodes.Prepend(start))
        {
            if (status[root.Index] == 0)
            {
                status[root.Index] = 1;
                open.Push((root.Index, 0));
            }

            while (open.Count > 0)
            {
                var (node, next) = open.Pop();
                if (next == outgoing[node].Count)
                {
                    status[node] = 2;
                    continue;
                }

                open.Push((node, next + 1));
                var edge = outgoing[node][next];
                edge.IsBack = status[edge.To.Index] == 1;
                if (status[edge.To.Index] == 0)
                {
                    status[edge.To.Index] = 1;
                    open.Push((edge.To.Index, 0));
                }
            }
        }
    }

    private static List<DiagramEdge>[] Outgoing(List<DiagramNode> nodes, List<DiagramEdge> edges)
    {
        var outgoing = new List<DiagramEdge>[nodes.Count];
        for (var i = 0; i < outgoing.Length; i++)
        {
            outgoing[i] = [];
        }

        foreach (var edge in edges)
        {
            outgoing[edge.From.Index].Add(edge);
        }

        foreach (var list in outgoing)
        {
            list.Sort((left, right) => left.IsCatch == right.IsCatch ? edges.IndexOf(left).CompareTo(edges.IndexOf(right)) : left.IsCatch ? 1 : -1);
        }

        return outgoing;
    }

    /// <summary>The row of a state is the length of the longest path to it.</summary>
    private static void SetRows(List<DiagramNode> nodes, List<DiagramEdge> edges)
    {
        var forward = edges.Where(edge => !edge.IsBack).ToList();
        var outgoing = Outgoing(nodes, forward);
        var waiting = new int[nodes.Count];
        foreach (var edge in forward)
        {
            waiting[edge.To.Index]++;
        }

        var open = new Queue<DiagramNode>(nodes.Where(node => waiting[node.Index] == 0));
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            foreach (var edge in outgoing[node.Index])
            {
                edge.To.Row = Math.Max(edge.To.Row, node.Row + 1);
                if (--waiting[edge.To.Index] == 0)
                {
                    open.Enqueue(edge.To);
                }
            }
        }
    }

    private static void SetColumns(List<DiagramNode> nodes, List<DiagramEdge> edges, List<DiagramNode> main, DiagramNode? start)
    {
        var incoming = new List<DiagramEdge>[nodes.Count];
        var outgoing = new List<DiagramEdge>[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            (incoming[i], outgoing[i]) = ([], []);
        }

        foreach (var edge in edges)
        {
            if (!edge.IsBack)
            {
                incoming[edge.To.Index].Add(edge);
                outgoing[edge.From.Index].Add(edge);
            }
        }

        var placed = new HashSet<DiagramNode>(main);
        var taken = new HashSet<(int Row, int Column)>(main.Select(node => (node.Row, 0)));
        var lanes = new HashSet<(int Row, int Column)>();
        var columns = 1;

        bool IsBeside(DiagramNode node) => incoming[node.Index].Count == 1 && incoming[node.Index][0] is { IsCatch: false, From.State: ChoiceState } && outgoing[node.Index].Count == 0;

        void PlaceBeside(DiagramNode node)
        {
            var source = incoming[node.Index][0].From;
            var best = (Cost: int.MaxValue, Row: 0, Column: 0);
            for (var row = source.Row; row <= source.Row + 2; row++)
            {
                for (var column = source.Column + 1; column <= Math.Max(columns, source.Column + 1) + 1; column++)
                {
                    // If another state stands between, the edge has to go around it.
                    var isHidden = row == source.Row && Enumerable.Range(source.Column + 1, column - source.Column - 1).Any(between => taken.Contains((row, between)));
                    var cost = ((row - source.Row) * 2) + ((column - source.Column) * 3) + (lanes.Contains((row, column)) ? 2 : 0) + (isHidden ? 4 : 0);
                    if (cost < best.Cost && !taken.Contains((row, column)))
                    {
                        best = (cost, row, column);
                    }
                }
            }

            node.Row = best.Row;
            Take(node, best.Column);
        }

        void Place(DiagramNode node)
        {
            var best = (Cost: int.MaxValue, Column: 0);
            for (var column = 1; column <= columns + 1; column++)
            {
                if (taken.Contains((node.Row, column)))
                {
                    continue;
                }

                var cost = column + (lanes.Contains((node.Row, column)) ? 3 : 0);
                var farthestError = 0;
                foreach (var edge in incoming[node.Index].Where(edge => placed.Contains(edge.From)))
                {
                    // The Catch edges to one state share a line, so only the longest of them costs. A state with one predecessor should stand below it.
                    var distance = Math.Abs(column - edge.From.Column);
                    farthestError = edge.IsCatch ? Math.Max(farthestError, distance) : farthestError;
                    cost += (edge.IsCatch ? 0 : incoming[node.Index].Count == 1 ? 3 * distance : 2 * distance) + (IsBlocked(edge.From, node, column) ? BlockedCost : 0);
                }

                cost += 2 * farthestError;

                foreach (var edge in outgoing[node.Index].Where(edge => placed.Contains(edge.To)))
                {
                    cost += Math.Abs(column - edge.To.Column);
                }

                if (cost < best.Cost)
                {
                    best = (cost, column);
                }
            }

            Take(node, best.Column);
            foreach (var edge in incoming[node.Index])
            {
                for (var row = edge.From.Row; row < node.Row; row++)
                {
                    lanes.Add((row, node.Column));
                }
            }
        }

        bool IsBlocked(DiagramNode from, DiagramNode to, int column)
        {
            for (var row = to.Row - from.Row == 1 || from.Column == column ? from.Row + 1 : from.Row; row < to.Row; row++)
            {
                if (taken.Contains((row, column)))
                {
                    return true;
                }
            }

            return false;
        }

        void Take(DiagramNode node, int column)
        {
            node.Column = column;
            taken.Add((node.Row, column));
            placed.Add(node);
            columns = Math.Max(columns, column);
        }

        var regular = ReachedWithoutErrors(edges, start);
        var others = nodes.Where(node => !placed.Contains(node)).OrderBy(node => node.Row).ThenBy(node => node.Index).ToList();
        var beside = others.Where(IsBeside).ToList();
        var firstBeside = new HashSet<DiagramNode>(beside.Where(node => placed.Contains(incoming[node.Index][0].From)).GroupBy(node => incoming[node.Index][0].From).Select(group => group.First()));
        foreach (var node in others.Where(firstBeside.Contains))
        {
            PlaceBeside(node);
        }

        foreach (var node in others.Where(node => !IsBeside(node) && regular.Contains(node)))
        {
            Place(node);
        }

        foreach (var node in others.Where(node => !placed.Contains(node) && IsBeside(node) && placed.Contains(incoming[node.Index][0].From)))
        {
            PlaceBeside(node);
        }

        foreach (var node in others.Where(node => !placed.Contains(node)))
        {
            Place(node);
        }
    }

    private static HashSet<DiagramNode> ReachedWithoutErrors(List<DiagramEdge> edges, DiagramNode? start)
    {
        var found = new HashSet<DiagramNode>();
        if (start is null)
        {
            return found;
        }

        var outgoing = edges.Where(edge => !edge.IsCatch).ToLookup(edge => edge.From);
        var open = new Queue<DiagramNode>([start]);
        found.Add(start);
        while (open.Count > 0)
        {
            foreach (var edge in outgoing[open.Dequeue()])
            {
                if (found.Add(edge.To))
                {
                    open.Enqueue(edge.To);
                }
            }
        }

        return found;
    }
}
