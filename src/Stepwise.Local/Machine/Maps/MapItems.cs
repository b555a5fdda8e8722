using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Maps;

/// <summary>Reads the items of a Map from the state's data, and makes the input of each iteration.</summary>
internal static class MapItems
{
    /// <summary>Evaluates <c>ItemsPath</c> or <c>Items</c>.</summary>
    /// <param name="state">The Map.</param>
    /// <param name="visit">The visit.</param>
    /// <returns>The items.</returns>
    /// <exception cref="EvaluationException">The value is not an array. A distributed Map also takes the members of an object.</exception>
    public static List<MapItem> Of(MapState state, StateVisit visit)
    {
        var takesObjects = IsDistributed(state);
        if (visit.Language == AslQueryLanguage.Jsonata)
        {
            return OfJsonata(state, visit, takesObjects);
        }

        var path = state.ItemsPath ?? "$";
        var value = state.ItemsPath is null ? visit.Input : JsonPath.Select(path, visit.Scope);
        if (value is JsonArray || (takesObjects && value is JsonObject))
        {
            if (state.ItemsPath is not null)
            {
                visit.Observer?.OnStage("afterItemsPath", value);
            }

            return MapItem.Of(value)!;
        }

        // AWS shows a path into the context object with one dollar sign only.
        var shown = path.StartsWith("$$", StringComparison.Ordinal) ? path[1..] : path;
        throw new EvaluationException(ErrorNames.Runtime, $"Reference path \"{shown}\" must point to array.");
    }

    /// <summary>Whether a Map runs its iterations as child executions.</summary>
    public static bool IsDistributed(MapState state) => state.ItemProcessor.ProcessorConfig?.Mode == ProcessorMode.Distributed;

    /// <summary>Makes the input of an iteration: the value of <c>ItemSelector</c>, formerly <c>Parameters</c>, or else the item.</summary>
    /// <param name="state">The Map.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="item">The item.</param>
    /// <param name="map">The member <c>Map</c> of the context object for the item.</param>
    /// <returns>The input.</returns>
    /// <exception cref="EvaluationException">The template fails.</exception>
    public static JsonValue InputOf(MapState state, StateVisit visit, MapItem item, JsonObject map)
    {
        if ((state.ItemSelector ?? state.Parameters) is not { } selector)
        {
            return item.Input;
        }

        var scope = visit.Scope;
        return visit.Evaluate("ItemSelector", selector, scope with { Context = With(map, (JsonObject)scope.Context) });
    }

    private static List<MapItem> OfJsonata(MapState state, StateVisit visit, bool takesObjects)
    {
        if (state.Items is not { } template)
        {
            return visit.Input is JsonArray || (takesObjects && visit.Input is JsonObject)
                ? MapItem.Of(visit.Input)!
                : throw new EvaluationException(ErrorNames.QueryEvaluationError, "Map state input must be an array but was: " + visit.Input.ToJson());
        }

        var items = takesObjects ? JsonataTemplate.Evaluate("Items", template, visit.Scope) : null;
        if (items is not (JsonArray or JsonObject))
        {
            items = JsonataTemplate.Evaluate("Items", template, JsonKind.Array, visit.Scope);
        }

        return MapItem.Of(items)!;
    }

    private static JsonObject With(JsonObject map, JsonObject context)
    {
        var builder = new JsonObject.Builder();
        foreach (var member in context.Members)
        {
            if (member.Name != "Map")
            {
                builder.Add(member.Name, member.Value);
            }
        }

        return builder.Add("Map", map).ToObject();
    }
}
