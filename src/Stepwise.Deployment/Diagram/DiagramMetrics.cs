namespace Stepwise.Deployment.Diagram;

/// <summary>Converts the grid to pixels and places the labels. A column is as wide as its widest state. A gap is as wide as its tracks and labels need.</summary>
internal static class DiagramMetrics
{
    public const int LabelSize = 11;

    private const int Margin = 16;
    private const int TrackDistance = 14;
    private const int PortDistance = 11;
    private const int TopPortDistance = 26;
    private const int LabelHeight = 15;

    public static (int Width, int Height) ToPixels(List<DiagramNode> nodes, List<DiagramEdge> edges)
    {
        if (nodes.Count == 0)
        {
            return (2 * Margin, 2 * Margin);
        }

        var columns = Axis(nodes, edges, isHorizontal: true);
        var rows = Axis(nodes, edges, isHorizontal: false);
        foreach (var node in nodes)
        {
            node.X = columns.At(node.Column * EdgeRouter.Cell);
            node.Y = rows.At(node.Row * EdgeRouter.Cell);
        }

        foreach (var edge in edges)
        {
            edge.Points = [.. edge.Points.Select(point => (columns.At(point.X), rows.At(point.Y)))];
            Attach(edge);
        }

        PlaceLabels(nodes, edges, columns.Length);
        return (columns.Length, rows.Length);
    }

    private static GridAxis Axis(List<DiagramNode> nodes, List<DiagramEdge> edges, bool isHorizontal)
    {
        var count = nodes.Max(node => isHorizontal ? node.Column : node.Row) + 1;
        var sizes = new int[count];
        foreach (var node in nodes)
        {
            var cell = isHorizontal ? node.Column : node.Row;
            sizes[cell] = Math.Max(sizes[cell], isHorizontal ? node.Width : node.Height);
        }

        var axis = new GridAxis(sizes, isHorizontal ? TopPortDistance : PortDistance, TrackDistance, Margin);
        foreach (var edge in edges)
        {
            for (var i = 1; i < edge.Points.Count; i++)
            {
                var ((x1, y1), (x2, y2)) = (edge.Points[i - 1], edge.Points[i]);
                if (isHorizontal ? x1 == x2 : y1 == y2)
                {
                    axis.Use(isHorizontal ? x1 : y1);
                }
            }

            if (isHorizontal && edge.Label.Length > 0 && LabelSegment(edge.Points) is var segment && edge.Points[segment - 1].Y == edge.Points[segment].Y)
            {
                axis.MakeRoom(edge.Points[segment - 1].X, edge.Points[segment].X, TextMeasure.WidthOf(edge.Label, LabelSize) + 22);
            }
        }

        axis.Finish(minimumGap: isHorizontal ? 44 : 40, minimumSide: isHorizontal ? 20 : 18);
        return axis;
    }

    /// <summary>Returns the end index of the segment that carries the label. This is the last horizontal segment, because other lines rarely share it. A line without a horizontal segment has the label on its last segment.</summary>
    private static int LabelSegment(IReadOnlyList<(int X, int Y)> points)
    {
        for (var i = points.Count - 1; i > 0; i--)
        {
            if (points[i].Y == points[i - 1].Y)
            {
                return i;
            }
        }

        return points.Count - 1;
    }

    /// <summary>Moves the ends of an edge to the borders of its states.</summary>
    private static void Attach(DiagramEdge edge)
    {
        var points = edge.Points.ToArray();
        points[0] = Border(edge.From, points[0], points[1]);
        points[points.Length - 1] = Border(edge.To, points[points.Length - 1], points[points.Length - 2]);
        edge.Points = points;
    }

    private static (int X, int Y) Border(DiagramNode node, (int X, int Y) point, (int X, int Y) next) => point.Y == next.Y
        ? (next.X > node.X ? node.Right - node.InsetAt(point.Y) : node.Left + node.InsetAt(point.Y), point.Y)
        : (point.X, next.Y > node.Y ? node.Bottom : node.Top);

    private static void PlaceLabels(List<DiagramNode> nodes, List<DiagramEdge> edges, int length)
    {
        var placed = new List<(int Left, int Top, int Right, int Bottom)>();
        foreach (var edge in edges)
        {
            if (edge.Label.Length == 0)
            {
                continue;
            }

            var width = TextMeasure.WidthOf(edge.Label, LabelSize);
            var best = (Cost: int.MaxValue, X: 0, Y: 0);
            foreach (var (x, y, preference) in LabelPlaces(edge, width))
            {
                var box = (Left: x - (width / 2) - 2, Top: y - (LabelHeight / 2), Right: x + (width / 2) + 2, Bottom: y + (LabelHeight / 2));
                var cost = preference + (box.Left < 0 || box.Right > length ? 500 : 0);
                if (cost >= best.Cost)
                {
                    continue;
                }

                foreach (var other in placed)
                {
                    cost += other.Left < box.Right && other.Right > box.Left && other.Top < box.Bottom && other.Bottom > box.Top ? 300 : 0;
                }

                foreach (var node in nodes)
                {
                    cost += node.Left < box.Right && node.Right > box.Left && node.Top < box.Bottom && node.Bottom > box.Top ? 400 : 0;
                }

                for (var i = 0; i < edges.Count && cost < best.Cost; i++)
                {
                    cost += Touches(edges[i], box) ? 60 : 0;
                }

                if (cost < best.Cost)
                {
                    best = (cost, x, y);
                }
            }

            edge.LabelAt = (best.X, best.Y);
            placed.Add((best.X - (width / 2), best.Y - (LabelHeight / 2), best.X + (width / 2), best.Y + (LabelHeight / 2)));
        }
    }

    private static bool Touches(DiagramEdge edge, (int Left, int Top, int Right, int Bottom) box)
    {
        var points = edge.Points;
        for (var i = 1; i < points.Count; i++)
        {
            var ((x1, y1), (x2, y2)) = (points[i - 1], points[i]);
            if (Math.Min(x1, x2) < box.Right && Math.Max(x1, x2) > box.Left && Math.Min(y1, y2) < box.Bottom && Math.Max(y1, y2) > box.Top)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int X, int Y, int Preference)> LabelPlaces(DiagramEdge edge, int width)
    {
        var points = edge.Points;
        var preferred = LabelSegment(points);
        for (var i = 1; i < points.Count; i++)
        {
            var ((x1, y1), (x2, y2)) = (points[i - 1], points[i]);
            var preference = i == preferred ? 0 : 20;
            if (y1 == y2)
            {
                var (left, right) = (Math.Min(x1, x2), Math.Max(x1, x2));
                var tooShort = right - left < width + 8 ? 50 : 0;
                foreach (var x in new[] { i == 1 ? (x1 < x2 ? left + (width / 2) + 6 : right - (width / 2) - 6) : (left + right) / 2, (left + right) / 2, x1 < x2 ? right - (width / 2) - 12 : left + (width / 2) + 12 })
                {
                    yield return (x, y1 - 10, preference + tooShort);
                    yield return (x, y1 + 10, preference + tooShort + 5);
                }
            }
            else
            {
                foreach (var share in new[] { 50, 30, 70 })
                {
                    var y = y1 + ((y2 - y1) * share / 100);
                    yield return (x1 + 7 + (width / 2), y, preference + 2);
                    yield return (x1 - 7 - (width / 2), y, preference + 6);
                }
            }
        }
    }
}
