using Stepwise.Json;
using Stepwise.Local.TestState;

namespace Stepwise.Local;

/// <content>Testing one state.</content>
public sealed partial class LocalStepFunctions
{
    /// <summary>Runs one state alone (<c>TestState</c>), by the same code by which executions run it, and shows its data at every stage. Nothing is retried: the response says that it would be.</summary>
    /// <param name="request">Which state, and with what.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>How the state ended.</returns>
    /// <exception cref="TestStateException">AWS would refuse the request; the message says why, in AWS's words.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of, also while the state was tested.</exception>
    public async Task<TestStateResponse> TestStateAsync(TestStateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfDisposed();
        var tested = TestedState.Of(request, Options);
        var result = TestStateRules.Check(request, tested.State);
        if (request.Mock is null)
        {
            return await new StateTest(this, request, tested, result).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        // With a mock nothing that this service knows is asked for, so that a clock of its own will do.
        using var service = new LocalStepFunctions(Options with
        {
            TimeProvider = new VirtualClock(TimeProvider.GetUtcNow()),
            Mocks = MockOf(request, tested, result),
            Faults = null,
            OnEvent = null,
        });
        return await new StateTest(service, request, tested, result).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static TaskMocks MockOf(TestStateRequest request, TestedState tested, JsonValue? result)
        => new TaskMocks().On(tested.State.Name, mock =>
        {
            mock.IsCompleted = false;
            mock.Add(0, int.MaxValue, result is null ? new(null, request.Mock!.ErrorOutput?.Error, request.Mock.ErrorOutput?.Cause) : new(result));
        });
}
