using System.Text.Json.Nodes;

namespace Stepwise.Differential.Graphs;

/// <summary>A task was called.</summary>
/// <param name="State">The task.</param>
/// <param name="Sent">What it was given.</param>
internal sealed record TaskCall(string State, JsonNode? Sent);
