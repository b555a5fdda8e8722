using System.Runtime.ExceptionServices;
using Stepwise.Json;
using Stepwise.Local.Timing;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Maps;

/// <summary>One attempt of a Map whose iterations run in the execution itself.</summary>
internal sealed class InlineMap : IDisposable
{
    private readonly MapState _state;
    private readonly StateVisit _visit;
    private readonly List<MapItem> _items;
    private readonly CancellationTokenSource _cancellation;
    private readonly JsonValue[] _outputs;
    private readonly ConcurrentJobs _jobs;
    private readonly long _startedEventId;
    private readonly int _limit;
    private Exception? _failure;

    /// <summary>The last event of the iteration that ended last. The first event of the next iteration follows it.</summary>
    private long _followedEventId;

    /// <summary>The event that the event of the state's end follows.</summary>
    private long _lastEventId;

    public InlineMap(MapState state, StateVisit visit, List<MapItem> items, long maxConcurrency)
    {
        _state = state;
        _visit = visit;
        _items = items;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancellation);
        _outputs = new JsonValue[items.Count];
        _startedEventId = _followedEventId = _lastEventId = visit.Machine.LastEventId;
        _limit = maxConcurrency is 0 or > Limits.InlineConcurrency ? Limits.InlineConcurrency : (int)maxConcurrency;
        _jobs = new(visit.Execution.Loop, items.Count, _limit, RunIterationAsync, visit.Execution.Cancellation);
    }

    /// <summary>Runs all iterations.</summary>
    /// <returns>Their outputs, in the order of the items.</returns>
    /// <exception cref="StateException">An iteration failed.</exception>
    /// <exception cref="OperationCanceledException">The visit was ended.</exception>
    public async ValueTask<JsonValue> RunAsync()
    {
        await _jobs.RunAsync();
        _visit.Cancellation.ThrowIfCancellationRequested();
        _visit.Machine.LastEventId = _lastEventId;
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        // No later event has this one as its previous event: that of the state's end follows the end of the last iteration.
        _visit.Execution.Record(HistoryEventType.MapStateSucceeded, null, _lastEventId);
        return new JsonArray(_outputs);
    }

    public void Dispose() => _cancellation.Dispose();

    private async ValueTask RunIterationAsync(int index)
    {
        MachineRun? machine = null;
        try
        {
            var details = new MapIterationDetails(_state.Name, index);
            var context = _items[index].Context(index, isDistributed: false);
            var started = _visit.Execution.Record(HistoryEventType.MapIterationStarted, details, index < _limit ? _startedEventId : _followedEventId);
            machine = new MachineRun(_state.ItemProcessor, _visit, context, started, _cancellation.Token);
            _outputs[index] = await machine.RunAsync(MapItems.InputOf(_state, _visit, _items[index], context));
            var ended = _visit.Execution.Record(HistoryEventType.MapIterationSucceeded, details, machine.LastEventId);
            if (_failure is null)
            {
                _followedEventId = machine.LastEventId;
                _lastEventId = ended;
            }
        }
#pragma warning disable CA1031 // The exception of an iteration is kept until all iterations have ended.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            End(index, machine, exception);
        }
    }

    private void End(int index, MachineRun? machine, Exception exception)
    {
        _jobs.Stop();
        var lastEventId = machine?.LastEventId ?? _startedEventId;
        var isFirst = _failure is null && !_visit.Cancellation.IsCancellationRequested;
        if (isFirst)
        {
            _failure = exception;
            _lastEventId = lastEventId;
        }
        else if (exception is ListenerException)
        {
            // This exception ends the execution, even if another iteration failed before.
            _failure = exception;
        }

        try
        {
            if (exception is OperationCanceledException)
            {
                _visit.Execution.Record(HistoryEventType.MapIterationAborted, new MapIterationDetails(_state.Name, index), lastEventId);
            }
            else if (exception is StateException { IsCatchable: true })
            {
                _visit.Execution.Record(HistoryEventType.MapIterationFailed, new MapIterationDetails(_state.Name, index), lastEventId);
            }
        }
#pragma warning disable CA1031 // The history is full, or the listener threw. This ends the execution before any other failure.
        catch (Exception unrecorded)
#pragma warning restore CA1031
        {
            _failure = unrecorded;
        }

        if (isFirst)
        {
            _cancellation.Cancel();
        }
    }
}
