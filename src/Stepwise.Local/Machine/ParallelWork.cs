using System.Runtime.ExceptionServices;
using Stepwise.Json;
using Stepwise.Local.Timing;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>The work of a Parallel. All branches begin in the order of the definition, and the first branch that fails ends the others.</summary>
internal sealed class ParallelWork(ParallelState state) : StateWork
{
    public override async ValueTask<JsonValue> PerformAsync(StateVisit visit)
    {
        var input = BranchInput(visit);
        visit.Record(HistoryEventType.ParallelStateStarted, null);
        using var attempt = new Attempt(visit, state.Branches.Count);
        var jobs = new ConcurrentJobs(visit.Execution.Loop, state.Branches.Count, state.Branches.Count, index => attempt.RunBranchAsync(state.Branches[index], index, input), visit.Execution.Cancellation);
        await jobs.RunAsync();
        return attempt.Result();
    }

    private JsonValue BranchInput(StateVisit visit)
    {
        if (visit.Language == AslQueryLanguage.Jsonata)
        {
            return Evaluated("Arguments", state.Arguments, "afterArguments");
        }

        return Evaluated("Parameters", state.Parameters, "afterParameters");

        JsonValue Evaluated(string field, JsonValue? template, string stage)
        {
            if (template is null)
            {
                return visit.Input;
            }

            var value = visit.Evaluate(field, template);
            visit.Observer?.OnStage(stage, value);
            return value;
        }
    }

    /// <summary>One attempt at all branches.</summary>
    private sealed class Attempt(StateVisit visit, int branchCount) : IDisposable
    {
        private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancellation);
        private readonly JsonValue[] _outputs = new JsonValue[branchCount];
        private readonly long _startedEventId = visit.Machine.LastEventId;
        private Exception? _failure;
        private long _lastEventId = visit.Machine.LastEventId;

        public async ValueTask RunBranchAsync(StateMachine branch, int index, JsonValue input)
        {
            var machine = new MachineRun(branch, visit, null, _startedEventId, _cancellation.Token);
            try
            {
                _outputs[index] = await machine.RunAsync(input);
                if (_failure is null)
                {
                    _lastEventId = machine.LastEventId;
                }
            }
#pragma warning disable CA1031 // The exception of a branch is kept until all branches have ended.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (_failure is null && !visit.Cancellation.IsCancellationRequested)
                {
                    _failure = exception;
                    _lastEventId = machine.LastEventId;
                    _cancellation.Cancel();
                }
                else if (exception is ListenerException)
                {
                    // This exception ends the execution, even if another branch failed before.
                    _failure = exception;
                }
            }
        }

        /// <summary>The outputs of the branches, in the order of the definition.</summary>
        public JsonArray Result()
        {
            visit.Cancellation.ThrowIfCancellationRequested();
            visit.Machine.LastEventId = _lastEventId;
            if (_failure is not null)
            {
                ExceptionDispatchInfo.Throw(_failure);
            }

            // No later event has this one as its previous event: that of the state's end follows the branch's last event.
            visit.Execution.Record(HistoryEventType.ParallelStateSucceeded, null, _lastEventId);
            return new JsonArray(_outputs);
        }

        public void Dispose() => _cancellation.Dispose();
    }
}
