namespace Stepwise.Deployment.Diagram;

/// <summary>The states and the lines on the grid. Computes the cost of another line.</summary>
internal sealed class LineMap
{
    private const int BendCost = 40;
    private const int CrossingCost = 120;
    private const int OverlapCost = 4000;
    private const int SharingGain = 20;
    private const int ThroughStateCost = 10_000_000;

    private readonly bool[] _states;
    private readonly int _rows;
    private readonly int _columns;
    private readonly Dictionary<(DiagramNode To, bool IsCatch), (int Horizontal, int Vertical)> _shared = [];
    private readonly List<Line> _horizontal = [];
    private readonly List<Line> _vertical = [];

    public LineMap(List<DiagramNode> nodes)
    {
        foreach (var node in nodes)
        {
            (_rows, _columns) = (Math.Max(_rows, node.Row + 1), Math.Max(_columns, node.Column + 1));
        }

        _states = new bool[_rows * _columns];
        foreach (var node in nodes)
        {
            _states[(node.Row * _columns) + node.Column] = true;
        }
    }

    public void Add(DiagramEdge edge)
    {
        var shared = SharedBy(edge);
        for (var i = 1; i < edge.Points.Count; i++)
        {
            var ((x1, y1), (x2, y2)) = (edge.Points[i - 1], edge.Points[i]);
            if (y1 == y2)
            {
                shared.Horizontal++;
                _horizontal.Add(new(edge, y1, Math.Min(x1, x2), Math.Max(x1, x2)));
            }
            else
            {
                shared.Vertical++;
                _vertical.Add(new(edge, x1, Math.Min(y1, y2), Math.Max(y1, y2)));
            }
        }

        _shared[(edge.To, edge.IsCatch)] = shared;
    }

    public bool IsTaken(int at, int from, int to, bool isVertical)
        => (isVertical ? _vertical : _horizontal).Exists(line => line.At == at && line.From <= to && line.To >= from);

    /// <summary>Returns the cost of a route. If the cost is not below the limit, the result is any number that is not below it.</summary>
    public int CostOf(DiagramEdge edge, (int X, int Y)[] points, int limit)
    {
        var cost = (points.Length - 2) * BendCost;
        cost += PortCost(points[0]) + PortCost(points[points.Length - 1]);
        if (edge.IsBack && edge.From.Column == 0 && edge.To.Column == 0 && points[0].X > 0)
        {
            cost += 80;
        }

        // An edge that does not belong to the main path should leave the state at a side.
        if (points[0].X == points[1].X && (edge.IsCatch || edge.To.Column != edge.From.Column))
        {
            cost += 15;
        }

        if (limit <= ThroughStateCost && (cost >= limit || IsTooLong(edge, points, limit - cost)))
        {
            return limit;
        }

        for (var i = 1; i < points.Length && cost < limit; i++)
        {
            cost += SegmentCost(edge, points[i - 1], points[i], limit - cost);
        }

        return cost;
    }

    /// <summary>Whether a route goes through a state, or its length alone reaches the limit. Neither depends on other lines, so this check comes first.</summary>
    private bool IsTooLong(DiagramEdge edge, (int X, int Y)[] points, int limit)
    {
        var least = 0;
        var (shared, sharedUpright) = SharedBy(edge);
        for (var i = 1; i < points.Length; i++)
        {
            var (start, end) = (points[i - 1], points[i]);
            var isHorizontal = start.Y == end.Y;
            var at = isHorizontal ? start.Y : start.X;
            var from = isHorizontal ? Math.Min(start.X, end.X) : Math.Min(start.Y, end.Y);
            var to = isHorizontal ? Math.Max(start.X, end.X) : Math.Max(start.Y, end.Y);
            if (PassesState(at, from, to, isHorizontal))
            {
                return true;
            }

            least += Math.Max(0, ((to - from) / 50) - (SharingGain * (isHorizontal ? shared : sharedUpright)));
        }

        return least >= limit;
    }

    /// <summary>Returns the numbers of horizontal and vertical lines that the edge may share. Sharing a line lowers the cost.</summary>
    private (int Horizontal, int Vertical) SharedBy(DiagramEdge edge) => _shared.TryGetValue((edge.To, edge.IsCatch), out var count) ? count : default;

    private static int PortCost((int X, int Y) point)
        => (Math.Abs(point.X % EdgeRouter.Cell) is 0 or EdgeRouter.Half or EdgeRouter.Cell - EdgeRouter.Half) && (Math.Abs(point.Y % EdgeRouter.Cell) is 0 or EdgeRouter.Half or EdgeRouter.Cell - EdgeRouter.Half) ? 0 : 5;

    private int SegmentCost(DiagramEdge edge, (int X, int Y) start, (int X, int Y) end, int limit)
    {
        var isHorizontal = start.Y == end.Y;
        var at = isHorizontal ? start.Y : start.X;
        var from = isHorizontal ? Math.Min(start.X, end.X) : Math.Min(start.Y, end.Y);
        var to = isHorizontal ? Math.Max(start.X, end.X) : Math.Max(start.Y, end.Y);
        if (PassesState(at, from, to, isHorizontal))
        {
            return ThroughStateCost;
        }

        var cost = (to - from) / 50;
        foreach (var line in isHorizontal ? _horizontal : _vertical)
        {
            if (line.At == at && line.From < to && line.To > from)
            {
                if (line.Edge.IsCatch == edge.IsCatch && line.Edge.To == edge.To)
                {
                    // Edges to the same state should share a line, so this lowers the cost.
                    cost -= Math.Min(SharingGain, (Math.Min(line.To, to) - Math.Max(line.From, from)) / 60);
                }
                else
                {
                    cost += line.Edge.IsCatch == edge.IsCatch && line.Edge.From == edge.From ? 60 : OverlapCost;
                }
            }

            if (cost > limit + 1000)
            {
                return cost;
            }
        }

        foreach (var line in isHorizontal ? _vertical : _horizontal)
        {
            if (line.At >= from && line.At <= to && line.From <= at && line.To >= at && (line.Edge.To != edge.To || line.Edge.IsCatch != edge.IsCatch) && line.Edge.From != edge.From)
            {
                cost += CrossingCost;
                if (cost > limit)
                {
                    return cost;
                }
            }
        }

        return Math.Max(0, cost);
    }

    private bool PassesState(int at, int from, int to, bool isHorizontal)
    {
        var (line, isInLine) = CellOf(at);
        if (!isInLine)
        {
            return false;
        }

        for (var cell = FloorOf(from); cell <= FloorOf(to) + 1; cell++)
        {
            var (start, end) = ((cell * EdgeRouter.Cell) - EdgeRouter.Half, (cell * EdgeRouter.Cell) + EdgeRouter.Half);
            if (from < end && to > start && (isHorizontal ? HasState(line, cell) : HasState(cell, line)))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasState(int row, int column) => row >= 0 && column >= 0 && row < _rows && column < _columns && _states[(row * _columns) + column];

    private static (int Cell, bool IsInside) CellOf(int at)
    {
        var cell = FloorOf(at + (EdgeRouter.Cell / 2));
        return (cell, Math.Abs(at - (cell * EdgeRouter.Cell)) <= EdgeRouter.Half);
    }

    private static int FloorOf(int at) => (at - (((at % EdgeRouter.Cell) + EdgeRouter.Cell) % EdgeRouter.Cell)) / EdgeRouter.Cell;

    private readonly record struct Line(DiagramEdge Edge, int At, int From, int To);
}
