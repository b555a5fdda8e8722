using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Machine.Maps;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.TestState;

/// <summary>The work of a tested Map: its fields are evaluated, and its iterations are taken to have come to what the mock says.</summary>
internal sealed class MockedMapWork(MapState state, TestStateMock mock, TestStateConfiguration configuration, JsonValue? result) : StateWork
{
    public long? MaxConcurrency { get; private set; }

    public ToleratedFailures Tolerated { get; private set; }

    public override ValueTask<JsonValue> PerformAsync(StateVisit visit)
    {
        var items = ItemsOf(visit);
        MaxConcurrency = MapNumbers.MaxConcurrency(state, visit);
        Tolerated = new(MapNumbers.ToleratedFailureCount(state, visit), MapNumbers.ToleratedFailurePercentage(state, visit));
        var inputs = InputsOf(visit, items);
        if ((state.ItemSelector ?? state.Parameters) is not null)
        {
            visit.Observer?.OnStage("afterItemSelector", new JsonArray(inputs));
        }

        if (state.ItemBatcher is { } batcher)
        {
            visit.Observer?.OnStage("afterItemBatcher", new JsonArray([.. new ItemBatcher(batcher, visit).Batches(inputs).Select(batch => batch.Input)]));
        }

        if (mock.ErrorOutput is { } error)
        {
            throw new StateException(error.Error, error.Cause);
        }

        var total = result is JsonArray array ? array.Count : items.Count;
        if (Tolerated != default && Tolerated.AreExceededBy(configuration.MapIterationFailureCount ?? 0, Math.Max(total, 1)))
        {
            throw new StateException(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");
        }

        return new(result ?? JsonNull.Instance);
    }

    /// <summary>The items: what was read from S3 where the request says so, otherwise those in the state's input.</summary>
    private List<MapItem> ItemsOf(StateVisit visit)
        => state.ItemReader is not null && configuration.MapItemReaderData is { } data && MapItem.Of(JsonValue.Parse(data)) is { } read ? read : MapItems.Of(state, visit);

    private JsonValue[] InputsOf(StateVisit visit, List<MapItem> items)
        => [.. items.Select((item, index) => MapItems.InputOf(state, visit, item, item.Context(index, MapItems.IsDistributed(state))))];
}
