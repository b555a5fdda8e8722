using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Running;

/// <summary>Random values of the types of one assembly. Each is read once on either side.</summary>
internal sealed class ValuePool(int seed, Naming naming, JsonSerializerOptions options)
{
    private const int Size = 48;

    private readonly ConcurrentDictionary<(string Text, Type Clr), PooledValue[]> _values = new();

    /// <summary>The values of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="clr">The type at run time.</param>
    public IReadOnlyList<PooledValue> Of(TypeRef type, Type clr) => _values.GetOrAdd((type.Text, clr), _ =>
    {
        var random = new RandomValues(new Random(seed ^ StableHash.Of(type.Text)), naming);
        return [.. Enumerable.Range(0, Size).Select(_ => Read(random.Next(type, depth: 3), clr))];
    });

    private PooledValue Read(JsonNode? node, Type clr)
    {
        var text = node?.ToJsonString();
        return text is null ? new(null, null, null) : new(node, Stepwise.Json.JsonValue.Parse(text), JsonSerializer.Deserialize(text, clr, options));
    }
}
