using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>A state in a diagram, or a name that a transition leads to and that no state has.</summary>
internal sealed class DiagramNode(int index, string name, State? state)
{
    /// <summary>How far the points of a choice stand out.</summary>
    public const int PointLength = 18;

    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>The state; null when a transition leads to a state that does not exist.</summary>
    public State? State { get; } = state;

    /// <summary>The name, broken into lines that fit.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>What the state is, in a few words.</summary>
    public string Caption { get; set; } = "";

    /// <summary>The machines inside, from left to right.</summary>
    public IReadOnlyList<DiagramLayout> Inner { get; set; } = [];

    public bool IsEnd => State is TransitionState { End: true };

    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>The row of the grid, from the top.</summary>
    public int Row { get; set; }

    /// <summary>The column of the grid; 0 is the main path's.</summary>
    public int Column { get; set; }

    /// <summary>The centre, in pixels.</summary>
    public int X { get; set; }

    /// <summary>The centre, in pixels.</summary>
    public int Y { get; set; }

    public int Left => X - (Width / 2);

    public int Top => Y - (Height / 2);

    public int Right => Left + Width;

    public int Bottom => Top + Height;

    /// <summary>How far the outline lies inside the box at a height: the sides of a choice are pointed.</summary>
    public int InsetAt(int y) => State is ChoiceState ? PointLength * Math.Abs(y - Y) / Math.Max(1, Height / 2) : 0;
}
