using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Interpretation;

/// <summary>The work of a Task.</summary>
internal sealed class TaskWork(TaskState state) : StateWork
{
    public override ValueTask<JsonValue> PerformAsync(StateVisit visit) => throw new NotImplementedException(state.Name);
}
