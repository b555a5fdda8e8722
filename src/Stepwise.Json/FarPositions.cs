using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>The positions that do not fit into a <see cref="PackedPosition"/>, for as long as their values live.</summary>
internal static class FarPositions
{
    private static readonly ConditionalWeakTable<JsonValue, StrongBox<JsonPosition>> Values = new();

    /// <summary>Of the names of members, by their values, each of which was read for one member.</summary>
    private static readonly ConditionalWeakTable<JsonValue, StrongBox<JsonPosition>> Names = new();

    public static void Keep(JsonValue value, JsonPosition position) => Values.Add(value, new(position));

    public static void KeepName(JsonValue value, JsonPosition position) => Names.Add(value, new(position));

    public static JsonPosition? Of(JsonValue value) => Values.TryGetValue(value, out var position) ? position.Value : null;

    public static JsonPosition? OfName(JsonValue value) => Names.TryGetValue(value, out var position) ? position.Value : null;
}
