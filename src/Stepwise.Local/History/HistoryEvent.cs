using Stepwise.Json;
using Stepwise.Local.History;

namespace Stepwise.Local;

/// <summary>An event in the history of an execution.</summary>
/// <param name="Id">The place in the history, from 1; <c>id</c>.</param>
/// <param name="PreviousEventId">The event that this one follows, 0 where it is the first; <c>previousEventId</c>.</param>
/// <param name="Timestamp">When it happened, on the execution's clock; <c>timestamp</c>.</param>
/// <param name="Type">What happened; <c>type</c>.</param>
/// <param name="Details">What there is to say about it; null for nothing.</param>
public sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, HistoryEventType Type, HistoryEventDetails? Details)
{
    /// <summary>The event as <c>GetExecutionHistory</c> returns it. Inputs and outputs are JSON texts in it; the timestamp is RFC 3339 with milliseconds.</summary>
    /// <param name="includeExecutionData">Whether inputs and outputs are included. Default true.</param>
    /// <returns>An object with <c>timestamp</c>, <c>type</c>, <c>id</c>, <c>previousEventId</c>, and an object with the details under AWS's name for them.</returns>
    public JsonObject ToJson(bool includeExecutionData = true)
    {
        var builder = new JsonObject.Builder()
            .Add("timestamp", History.Timestamp.Of(Timestamp))
            .Add("type", Type.ToString())
            .Add("id", Id)
            .Add("previousEventId", PreviousEventId);
        if (Details is { } details)
        {
            builder.Add(details.FieldName(Type), details.ToJson(includeExecutionData));
        }

        return builder.ToObject();
    }
}
