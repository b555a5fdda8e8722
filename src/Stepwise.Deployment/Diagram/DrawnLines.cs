namespace Stepwise.Deployment.Diagram;

/// <summary>The dashed lines drawn so far. Two dashed lines on top of each other look like a solid line, so a line ends where it meets another line to the same state.</summary>
internal sealed class DrawnLines
{
    private readonly Dictionary<DiagramNode, List<((int X, int Y) Start, (int X, int Y) End)>> _lines = [];

    /// <summary>Returns the corners of an edge up to the point from which an earlier edge to the same state covers the rest.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="overlap">The length, in pixels, by which the edge still follows the other one, so that the corner can be rounded.</param>
    /// <returns>The corners. If no earlier edge covers a part, these are the points of the edge.</returns>
    public IReadOnlyList<(int X, int Y)> WithoutShared(DiagramEdge edge, int overlap)
    {
        var points = edge.Points;
        if (!_lines.TryGetValue(edge.To, out var lines))
        {
            _lines.Add(edge.To, lines = []);
        }

        // From this corner on, everything is drawn already.
        var own = points.Count - 1;
        while (own > 0 && lines.Exists(line => Covers(line, points[own - 1], points[own])))
        {
            own--;
        }

        // A part of the segment before that corner can be drawn already, too.
        var meeting = own == 0 ? points[0] : Meeting(lines, points[own - 1], points[own]);
        for (var i = 1; i <= own; i++)
        {
            lines.Add((points[i - 1], i == own ? meeting : points[i]));
        }

        if (own > 0 && meeting != points[own])
        {
            return [.. points.Take(own), meeting];
        }

        if (own == points.Count - 1)
        {
            return points;
        }

        var (corner, next) = (points[own], points[own + 1]);
        var length = Math.Min(overlap, Math.Abs(next.X - corner.X) + Math.Abs(next.Y - corner.Y));
        return [.. points.Take(own + 1), (corner.X + (Math.Sign(next.X - corner.X) * length), corner.Y + (Math.Sign(next.Y - corner.Y) * length))];
    }

    /// <summary>Returns the point from which a line with the same end covers this line; the end if there is no such line.</summary>
    private static (int X, int Y) Meeting(List<((int X, int Y) Start, (int X, int Y) End)> lines, (int X, int Y) start, (int X, int Y) end)
    {
        var meeting = end;
        foreach (var line in lines)
        {
            foreach (var (at, other) in new[] { (line.Start, line.End), (line.End, line.Start) })
            {
                if (other == end && Covers((start, end), at, other) && Distance(at, start) < Distance(meeting, start))
                {
                    meeting = at;
                }
            }
        }

        return meeting;
    }

    private static int Distance((int X, int Y) one, (int X, int Y) other) => Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y);

    private static bool Covers(((int X, int Y) Start, (int X, int Y) End) line, (int X, int Y) start, (int X, int Y) end)
        => line.Start.X == line.End.X
            ? start.X == line.Start.X && end.X == start.X && IsWithin(start.Y, line.Start.Y, line.End.Y) && IsWithin(end.Y, line.Start.Y, line.End.Y)
            : start.Y == line.Start.Y && end.Y == start.Y && IsWithin(start.X, line.Start.X, line.End.X) && IsWithin(end.X, line.Start.X, line.End.X);

    private static bool IsWithin(int at, int one, int other) => at >= Math.Min(one, other) && at <= Math.Max(one, other);
}
