using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Interpretation;

/// <summary>The work of a Map.</summary>
internal sealed class MapWork(MapState state) : StateWork
{
    public override ValueTask<JsonValue> PerformAsync(StateVisit visit) => throw new NotImplementedException(state.Name);
}
