using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>The positions that do not fit into a <see cref="PackedPosition"/>, for as long as their values live.</summary>
internal static class FarPositions
{
    private static readonly ConditionalWeakTable<JsonValue, StrongBox<JsonPosition>> _values = new();

    /// <summary>Of the names of members, by their values, each of which was read for one member.</summary>
    private static readonly ConditionalWeakTable<JsonValue, StrongBox<JsonPosition>> _names = new();

    public static void Keep(JsonValue value, JsonPosition position) => _values.Add(value, new(position));

    public static void KeepName(JsonValue value, JsonPosition position) => _names.Add(value, new(position));

    public static JsonPosition? Of(JsonValue value) => _values.TryGetValue(value, out var position) ? position.Value : null;

    public static JsonPosition? OfName(JsonValue value) => _names.TryGetValue(value, out var position) ? position.Value : null;
}
