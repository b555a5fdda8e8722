using Stepwise.Json;
using Stepwise.Local.TestState;

namespace Stepwise.Local;

/// <summary>Tests single states.</summary>
public static class LocalTestStateExtensions
{
    /// <summary>Runs one state alone (<c>TestState</c>), by the same code by which executions run it, and shows its data at every stage. Nothing is retried: the response says that it would be.</summary>
    /// <param name="stepFunctions">The environment, whose handlers do the work of a Task that is not mocked.</param>
    /// <param name="request">Which state, and with what.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>How the state ended.</returns>
    /// <exception cref="TestStateException">AWS would refuse the request; the message says why, in AWS's words.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="stepFunctions"/> was disposed of, also while the state was tested.</exception>
    public static async Task<TestStateResponse> TestStateAsync(this LocalStepFunctions stepFunctions, TestStateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stepFunctions);
        ArgumentNullException.ThrowIfNull(request);
        stepFunctions.ThrowIfDisposed();
        var tested = TestedState.Of(request, stepFunctions.Options);
        var result = TestStateRules.Check(request, tested.State);
        if (request.Mock is null)
        {
            return await new StateTest(stepFunctions, request, tested, result).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        // A mocked state asks nothing of the environment, so that a clock of its own will do.
        var service = new LocalStepFunctions(stepFunctions.Options with
        {
            TimeProvider = new VirtualClock(stepFunctions.TimeProvider.GetUtcNow()),
            Mocks = MockOf(request, tested, result),
            Faults = null,
            EventListener = null,
        });
        await using (service.ConfigureAwait(false))
        {
            return await new StateTest(service, request, tested, result).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static TaskMocks MockOf(TestStateRequest request, TestedState tested, JsonValue? result)
        => new TaskMocks().Configure(tested.State.Name, mock =>
        {
            mock.IsCompleted = false;
            mock.Add(0, int.MaxValue, result is null ? new(null, request.Mock!.ErrorOutput?.Error, request.Mock.ErrorOutput?.Cause) : new(result));
        });
}
