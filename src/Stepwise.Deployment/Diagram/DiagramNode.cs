using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>A state in a diagram, or the missing target of a transition.</summary>
internal sealed class DiagramNode(int index, string name, State? state)
{
    /// <summary>The width of the points at the left and right of a Choice, in pixels.</summary>
    public const int PointLength = 18;

    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>The state, or null if a transition leads to a state that does not exist.</summary>
    public State? State { get; } = state;

    /// <summary>The name, wrapped into lines.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>The type of the state in a few words, such as <c>Wait 1 min</c>.</summary>
    public string Caption { get; set; } = "";

    /// <summary>The machines inside, from left to right.</summary>
    public IReadOnlyList<DiagramLayout> Inner { get; set; } = [];

    public bool IsEnd => State is TransitionState { End: true };

    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>The row of the grid, from the top.</summary>
    public int Row { get; set; }

    /// <summary>The column of the grid. The main path is in column 0.</summary>
    public int Column { get; set; }

    /// <summary>The centre, in pixels.</summary>
    public int X { get; set; }

    /// <summary>The centre, in pixels.</summary>
    public int Y { get; set; }

    public int Left => X - (Width / 2);

    public int Top => Y - (Height / 2);

    public int Right => Left + Width;

    public int Bottom => Top + Height;

    /// <summary>Returns the distance, in pixels, between the box and the outline at a height. It is 0 for all states but a Choice, whose sides are pointed.</summary>
    public int InsetAt(int y) => State is ChoiceState ? PointLength * Math.Abs(y - Y) / Math.Max(1, Height / 2) : 0;
}
