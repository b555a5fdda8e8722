using Stepwise.Json;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The item of one iteration.</summary>
/// <param name="Value">The item: an element of an array, a row, an object's value.</param>
/// <param name="Key">The name of the object's member, or null for an item that is not the member of an object.</param>
/// <param name="Source">The object of S3 that the item was read from; null for the state's data.</param>
internal readonly record struct MapItem(JsonValue Value, string? Key = null, string? Source = null)
{
    /// <summary>The iteration's input without an <c>ItemSelector</c>.</summary>
    public JsonValue Input => Key is null ? Value : JsonObject.Create(("Key", Key), ("Value", Value));

    /// <summary>Makes the member <c>Map</c> of the context object.</summary>
    /// <param name="index">The index of the item, from 0.</param>
    /// <param name="isDistributed">Whether the Map is distributed. The items of a distributed Map have a source.</param>
    public JsonObject Context(int index, bool isDistributed)
    {
        var item = new JsonObject.Builder().Add("Index", index).AddIfNotNull("Key", Key is null ? null : (JsonValue)Key).Add("Value", Value);
        if (isDistributed)
        {
            item.Add("Source", Source ?? "STATE_DATA");
        }

        return JsonObject.Create(("Item", item.ToObject()));
    }

    /// <summary>Returns the items of an array or an object, or null for any other value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="source">The object of S3 that it was read from; null for the state's data.</param>
    public static List<MapItem>? Of(JsonValue value, string? source = null)
    {
        switch (value)
        {
            case JsonArray array:
                var items = new List<MapItem>(array.Count);
                for (var i = 0; i < array.Count; i++)
                {
                    items.Add(new(array[i], null, source));
                }

                return items;
            case JsonObject @object:
                return @object.Members.Select(member => new MapItem(member.Value, member.Name, source)).ToList();
            default:
                return null;
        }
    }
}
