using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.TestState;

/// <summary>The work of a tested Parallel: its branches are taken to have come to what the mock says.</summary>
internal sealed class MockedParallelWork(ParallelState state, TestStateMock mock, JsonValue? result) : StateWork
{
    public override ValueTask<JsonValue> PerformAsync(StateVisit visit)
    {
        var isJsonata = visit.Language == AslQueryLanguage.Jsonata;
        if ((isJsonata ? state.Arguments : state.Parameters) is { } template)
        {
            visit.Evaluate(isJsonata ? "Arguments" : "Parameters", template);
        }

        return mock.ErrorOutput is { } error ? throw new StateException(error.Error, error.Cause) : new(result ?? JsonNull.Instance);
    }
}
