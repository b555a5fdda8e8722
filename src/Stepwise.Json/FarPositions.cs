using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>Keeps the positions that do not fit into a <see cref="PackedPosition"/>, as long as their values live.</summary>
internal static class FarPositions
{
    private static readonly ConditionalWeakTable<JsonValue, StrongBox<JsonPosition>> _values = new();

    /// <summary>The positions of the names of members, by the members' values. The reader creates a value for each member, so the key is unique.</summary>
    private static readonly ConditionalWeakTable<JsonValue, StrongBox<JsonPosition>> _names = new();

    public static void Keep(JsonValue value, JsonPosition position) => _values.Add(value, new(position));

    public static void KeepName(JsonValue value, JsonPosition position) => _names.Add(value, new(position));

    public static JsonPosition? Of(JsonValue value) => _values.TryGetValue(value, out var position) ? position.Value : null;

    public static JsonPosition? OfName(JsonValue value) => _names.TryGetValue(value, out var position) ? position.Value : null;
}
