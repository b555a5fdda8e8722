using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Interpretation;

/// <summary>The work of a Parallel.</summary>
internal sealed class ParallelWork(ParallelState state) : StateWork
{
    public override ValueTask<JsonValue> PerformAsync(StateVisit visit) => throw new NotImplementedException(state.Name);
}
