using System.Text.Json.Nodes;

namespace Stepwise.Differential.Running;

/// <summary>A value of a parameter.</summary>
/// <param name="Node">Its JSON; null for null.</param>
/// <param name="OnTheWire">Its JSON as the interpreter reads it; null for null.</param>
/// <param name="Clr">The value in C#.</param>
internal sealed record PooledValue(JsonNode? Node, Stepwise.Json.JsonValue? OnTheWire, object? Clr)
{
    /// <summary>Whether it has an integer so large that a sum with it is rounded.</summary>
    public bool HasLargeIntegers { get; } = Node is not null && Leniency.HasLargeIntegers(Node.ToJsonString());
}
