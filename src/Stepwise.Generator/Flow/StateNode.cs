using Stepwise.Generator.Model;

namespace Stepwise.Generator.Flow;

/// <summary>A state in the graph.</summary>
/// <param name="Index">Its place in the order of the source.</param>
/// <param name="State">The state.</param>
/// <param name="Resilience">The retriers and catchers that are in force.</param>
/// <param name="Out">The ways out of it: its transitions, then its catchers.</param>
internal sealed record StateNode(int Index, StateModel State, ResilienceModel Resilience, IReadOnlyList<Edge> Out);
