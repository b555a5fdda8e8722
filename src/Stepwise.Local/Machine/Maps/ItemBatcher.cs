using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The <c>ItemBatcher</c> of a distributed Map, with its fields evaluated. It makes inputs of several items each.</summary>
internal sealed class ItemBatcher
{
    private readonly long _maxItems;
    private readonly long _maxBytes;
    private readonly JsonValue? _batchInput;

    /// <summary>Evaluates the fields.</summary>
    /// <exception cref="EvaluationException">A field cannot be evaluated.</exception>
    public ItemBatcher(JsonObject source, StateVisit visit)
    {
        _maxItems = Limit("MaxItemsPerBatch", long.MaxValue);
        _maxBytes = Limit("MaxInputBytesPerBatch", Limits.PayloadBytes);
        _batchInput = source["BatchInput"] is { } template ? visit.Evaluate("ItemBatcher/BatchInput", template) : null;

        long Limit(string field, long highest)
        {
            var value = MapNumbers.Integer(visit, field, source[field], (source[field + "Path"] as JsonString)?.Value) ?? 0;
            return value switch
            {
                < 0 => throw MapNumbers.Failure(visit, field, $"{field} cannot be negative."),
                0 => highest,
                _ => Math.Min(value, highest),
            };
        }
    }

    /// <summary>Makes the batches. A batch has at least one item, even if the item is too large.</summary>
    /// <param name="items">The items' inputs.</param>
    /// <returns>The inputs, each with the number of its items.</returns>
    public IEnumerable<MapRunJob> Batches(IEnumerable<JsonValue> items)
    {
        var empty = Size(Batch([]));
        var batch = new List<JsonValue>();
        var bytes = empty;
        foreach (var item in items)
        {
            var size = Size(item) + 1;
            if (batch.Count > 0 && (batch.Count == _maxItems || bytes + size > _maxBytes + 1))
            {
                yield return new(Batch(batch), batch.Count);
                batch.Clear();
                bytes = empty;
            }

            // Each item after the first adds a comma. The limit above has one byte more for the first item.
            batch.Add(item);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return new(Batch(batch), batch.Count);
        }
    }

    private JsonObject Batch(List<JsonValue> items) => new JsonObject.Builder().AddIfNotNull("BatchInput", _batchInput).Add("Items", new JsonArray(items)).ToObject();

    private static long Size(JsonValue value) => Encoding.UTF8.GetByteCount(value.ToJson());
}
