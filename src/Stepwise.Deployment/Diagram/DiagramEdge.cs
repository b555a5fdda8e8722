using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>A transition in a diagram. Transitions of one kind between the same two states are one edge.</summary>
internal sealed class DiagramEdge(DiagramNode from, DiagramNode to, TransitionKind kind, string label)
{
    public DiagramNode From { get; } = from;

    public DiagramNode To { get; } = to;

    public TransitionKind Kind { get; } = kind;

    /// <summary>The label. It is empty if the edge has no label.</summary>
    public string Label { get; set; } = label;

    public bool IsCatch => Kind == TransitionKind.Catch;

    /// <summary>Whether the edge closes a loop.</summary>
    public bool IsBack { get; set; }

    /// <summary>The corners, from the source to the target. First in units of the grid, then in pixels.</summary>
    public IReadOnlyList<(int X, int Y)> Points { get; set; } = [];

    /// <summary>The middle of the label, in pixels.</summary>
    public (int X, int Y) LabelAt { get; set; }
}
