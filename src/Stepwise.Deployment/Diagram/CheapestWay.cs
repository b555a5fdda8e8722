namespace Stepwise.Deployment.Diagram;

/// <summary>Finds the cheapest route for one edge. If several cost the same, it is the first. To avoid allocations, only a route that is cheaper than all routes before it is copied.</summary>
internal sealed class CheapestWay(LineMap lines)
{
    private readonly (int X, int Y)[] _two = new (int X, int Y)[2];
    private readonly (int X, int Y)[] _three = new (int X, int Y)[3];
    private readonly (int X, int Y)[] _four = new (int X, int Y)[4];
    private readonly (int X, int Y)[] _five = new (int X, int Y)[5];
    private DiagramEdge? _edge;
    private int _cost;

    /// <summary>The corners of the cheapest route.</summary>
    public (int X, int Y)[] Points { get; private set; } = [];

    public void Begin(DiagramEdge edge) => (_edge, _cost, Points) = (edge, int.MaxValue, []);

    public void Try((int X, int Y) start, (int X, int Y) end)
    {
        (_two[0], _two[1]) = (start, end);
        Try(_two);
    }

    public void Try((int X, int Y) start, (int X, int Y) corner, (int X, int Y) end)
    {
        (_three[0], _three[1], _three[2]) = (start, corner, end);
        Try(_three);
    }

    public void Try((int X, int Y) start, (int X, int Y) first, (int X, int Y) second, (int X, int Y) end)
    {
        (_four[0], _four[1], _four[2], _four[3]) = (start, first, second, end);
        Try(_four);
    }

    public void Try((int X, int Y) start, (int X, int Y) first, (int X, int Y) second, (int X, int Y) third, (int X, int Y) end)
    {
        (_five[0], _five[1], _five[2], _five[3], _five[4]) = (start, first, second, third, end);
        Try(_five);
    }

    private void Try((int X, int Y)[] points)
    {
        var cost = lines.CostOf(_edge!, points, _cost);
        if (cost < _cost)
        {
            (_cost, Points) = (cost, [.. points]);
        }
    }
}
