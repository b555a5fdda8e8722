namespace Stepwise.Deployment.Diagram;

/// <summary>
/// Finds a route for each edge on the grid: right-angled, never through a state, with few bends and crossings. A cell is 1000 units wide and high, and a state takes the middle 400 of them. Between two
/// states is a gap with tracks for lines. The simplest shapes are tried first. A route that uses only gaps always exists.
/// </summary>
internal static class EdgeRouter
{
    public const int Cell = 1000;
    public const int Half = 200;

    private const int FirstTrack = 260;
    private const int TrackStep = 10;
    private const int TrackCount = 48;
    private const int LargeEdgeCount = 120;

    private static readonly int[] _ports = [0, 100, -100];

    public static void Route(List<DiagramNode> nodes, List<DiagramEdge> edges)
    {
        var lines = new LineMap(nodes);
        var ordered = edges
            .OrderBy(edge => edge is { IsCatch: false, IsBack: false, From.Column: 0, To.Column: 0 } ? 0 : edge.IsCatch ? 3 : edge.IsBack ? 2 : 1)
            .ThenBy(edge => Math.Abs(edge.From.Row - edge.To.Row) + Math.Abs(edge.From.Column - edge.To.Column));
        var ways = new CheapestWay(lines);
        foreach (var edge in ordered.ToList())
        {
            ways.Begin(edge);
            TryAll(ways, edge, lines, edges.Count > LargeEdgeCount);
            edge.Points = ways.Points;
            lines.Add(edge);
        }
    }

    private static void TryAll(CheapestWay ways, DiagramEdge edge, LineMap lines, bool isLarge)
    {
        var (from, to) = (edge.From, edge.To);
        var (x1, y1, x2, y2) = (from.Column * Cell, from.Row * Cell, to.Column * Cell, to.Row * Cell);
        if (from != to)
        {
            foreach (var port in _ports)
            {
                if (x1 == x2 && y1 < y2)
                {
                    ways.Try((x1 + port, y1 + Half), (x2 + port, y2 - Half));
                }
                else if (y1 == y2)
                {
                    var side = x1 < x2 ? Half : -Half;
                    ways.Try((x1 + side, y1 + port), (x2 - side, y2 + port));
                }
            }

            if (x1 != x2 && y1 != y2)
            {
                var side = x1 < x2 ? Half : -Half;
                var down = y1 < y2 ? Half : -Half;
                foreach (var port in _ports)
                {
                    foreach (var other in _ports)
                    {
                        if (y1 < y2)
                        {
                            ways.Try((x1 + side, y1 + port), (x2 + other, y1 + port), (x2 + other, y2 - Half));
                        }

                        ways.Try((x1 + other, y1 + down), (x1 + other, y2 + port), (x2 - side, y2 + port));
                    }
                }
            }
        }

        TryThroughGaps(ways, edge, lines, isLarge);
    }

    private static void TryThroughGaps(CheapestWay ways, DiagramEdge edge, LineMap lines, bool isLarge)
    {
        var (from, to) = (edge.From, edge.To);
        var (x1, y1, x2, y2) = (from.Column * Cell, from.Row * Cell, to.Column * Cell, to.Row * Cell);
        var gaps = new[] { from.Column, from.Column - 1, to.Column, to.Column - 1 }.Distinct().ToList();
        var ports = isLarge ? [0, 100] : _ports;
        foreach (var gap in gaps)
        {
            // Leave the state at a side, follow the gap, and enter the other state at a side.
            var (out1, in2) = (gap >= from.Column ? Half : -Half, gap >= to.Column ? Half : -Half);
            foreach (var track in TracksOf(gap, from.Row, to.Row, isVertical: true, lines, isLarge))
            {
                foreach (var port in ports)
                {
                    foreach (var other in ports)
                    {
                        if ((from != to || (port == 100 && other is -100 or 0)) && (y1 + port != y2 + other))
                        {
                            ways.Try((x1 + out1, y1 + port), (track, y1 + port), (track, y2 + other), (x2 + in2, y2 + other));
                        }
                    }
                }
            }
        }

        // Go down into the gap below, across, and down to the state. This is the shortest route to a line that other edges share.
        if (from.Row < to.Row - 1)
        {
            foreach (var level in TracksOf(from.Row, from.Column, to.Column, isVertical: false, lines, isLarge))
            {
                foreach (var port in ports)
                {
                    if (x1 + port != x2)
                    {
                        ways.Try((x1 + port, y1 + Half), (x1 + port, level), (x2, level), (x2, y2 - Half));
                    }
                }
            }
        }

        var above = to.Row - 1;
        (int Side, List<int> Tracks)[] beside =
        [
            (Half, TracksOf(from.Column, from.Row, to.Row, isVertical: true, lines, isLarge: true)),
            (-Half, TracksOf(from.Column - 1, from.Row, to.Row, isVertical: true, lines, isLarge: true)),
        ];
        foreach (var level in TracksOf(above, from.Column, to.Column, isVertical: false, lines, isLarge))
        {
            foreach (var port in ports)
            {
                if (above >= from.Row && x1 + port != x2)
                {
                    ways.Try((x1 + port, y1 + Half), (x1 + port, level), (x2, level), (x2, y2 - Half));
                }

                // A route that uses only gaps is never blocked.
                foreach (var (side, tracks) in beside)
                {
                    foreach (var track in tracks)
                    {
                        ways.Try((x1 + side, y1 + port), (track, y1 + port), (track, level), (x2, level), (x2, y2 - Half));
                    }
                }
            }
        }
    }

    private static List<int> TracksOf(int gap, int start, int end, bool isVertical, LineMap lines, bool isLarge)
    {
        var first = (gap * Cell) + FirstTrack;
        var (from, to) = ((Math.Min(start, end) * Cell) - Half, (Math.Max(start, end) * Cell) + Half);
        var found = new List<int>(isLarge ? 1 : 6);
        for (var i = 0; i < TrackCount && found.Count < (isLarge ? 1 : 6); i++)
        {
            var track = gap < 0 && isVertical ? TrackCount - 1 - i : (TrackCount / 2) + ((i & 1) == 0 ? i / 2 : -((i + 1) / 2));
            var at = first + (track * TrackStep);
            if (!isLarge || i == TrackCount - 1 || !lines.IsTaken(at, from, to, isVertical))
            {
                found.Add(at);
            }
        }

        return found;
    }
}
