using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>A machine with the position of each state and the route of each transition.</summary>
internal sealed record DiagramLayout(StateMachine Machine, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges, int Width, int Height)
{
    /// <summary>The node of the state that <c>StartAt</c> names, or null if there is no such state.</summary>
    public DiagramNode? Start { get; init; }
}
