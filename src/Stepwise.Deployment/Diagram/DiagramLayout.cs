using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>A machine with a place for each state and a way for each transition.</summary>
internal sealed record DiagramLayout(StateMachine Machine, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges, int Width, int Height)
{
    /// <summary>The node of the first state; null when there is no such state.</summary>
    public DiagramNode? Start { get; init; }
}
