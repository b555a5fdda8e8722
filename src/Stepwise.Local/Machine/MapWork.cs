using Stepwise.Json;
using Stepwise.Local.Machine.Maps;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>The work of a Map, inline or distributed.</summary>
internal sealed class MapWork(MapState state) : StateWork
{
    private readonly bool _isDistributed = MapItems.IsDistributed(state);

    public override async ValueTask<JsonValue> PerformAsync(StateVisit visit)
    {
        if (_isDistributed && visit.Execution.RedrivenMapRun(visit) is { } redriven)
        {
            return await DistributedMap.RedriveAsync(state, visit, redriven);
        }

        if (!_isDistributed && (state.ItemReader ?? state.ItemBatcher ?? state.ResultWriter) is not null)
        {
            throw new EvaluationException(ErrorNames.Runtime, "The ItemReader, ItemBatcher and ResultWriter fields are not supported for INLINE maps");
        }

        // An ItemReader reads the items in the map run, so that their number is not known yet.
        var items = _isDistributed && state.ItemReader is not null ? null : MapItems.Of(state, visit);
        var maxConcurrency = MapNumbers.MaxConcurrency(state, visit);
        visit.Record(HistoryEventType.MapStateStarted, new MapStateStartedDetails(items?.Count ?? 0));
        if (_isDistributed)
        {
            return await DistributedMap.RunAsync(state, visit, items, maxConcurrency);
        }

        using var map = new InlineMap(state, visit, items!, maxConcurrency);
        return await map.RunAsync();
    }
}
