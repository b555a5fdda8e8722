using System.Globalization;
using Stepwise.Json;
using Stepwise.Local.Timing;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Maps;

/// <summary>One attempt of a Map whose iterations are child executions: a map run.</summary>
internal sealed class DistributedMap
{
    private readonly MapState _state;
    private readonly StateVisit _visit;
    private readonly ItemReader? _reader;
    private readonly ItemBatcher? _batcher;
    private readonly ResultWriter _writer;
    private readonly ToleratedFailures _tolerated;
    private readonly LocalMapRun _run;
    private readonly LocalStateMachine _machine;
    private readonly string _childArnPrefix;
    private ConcurrentJobs? _jobs;
    private MapRunException? _failure;
    private StateException? _fault;
    private long _failedItems;
    private long _totalItems;

    private DistributedMap(MapState state, StateVisit visit, long maxConcurrency, LocalMapRun? redriven)
    {
        _state = state;
        _visit = visit;
        _tolerated = new(MapNumbers.ToleratedFailureCount(state, visit), MapNumbers.ToleratedFailurePercentage(state, visit));
        _reader = state.ItemReader is null ? null : new(state.ItemReader, visit);
        _batcher = state.ItemBatcher is null ? null : new(state.ItemBatcher, visit);
        _writer = new(state.ResultWriter, visit);

        var execution = visit.Execution;
        var parent = execution.StateMachine;
        var options = execution.Options;
        var type = state.ItemProcessor.ProcessorConfig?.ExecutionType == StateMachineType.Express ? WorkflowType.Express : WorkflowType.Standard;

        // A Map without a label has the same name in each of its runs.
        var name = parent.Name.Split('/')[0] + "/" + (state.Label ?? Uuid.FromText(parent.Arn + "\n" + state.Name));
        _machine = new(
            execution.Host,
            name,
            $"arn:aws:states:{options.Region}:{options.AccountId}:stateMachine:{name}",
            state.ItemProcessor with { QueryLanguage = state.ItemProcessor.QueryLanguage ?? visit.Machine.Language },
            type,
            parent.RoleArn)
        {
            Tasks = parent.Tasks,
        };
        _childArnPrefix = $"arn:aws:states:{options.Region}:{options.AccountId}:{(type == WorkflowType.Express ? "express" : "execution")}:{name}:";
        _run = redriven ?? new($"arn:aws:states:{options.Region}:{options.AccountId}:mapRun:{name}:{Uuid.Create(execution.Random)}", state.Name, execution.Arn, execution.Loop.Now)
        {
            MaxConcurrency = maxConcurrency,
            ToleratedFailureCount = _tolerated.Count ?? 0,
            ToleratedFailurePercentage = _tolerated.Percentage ?? 0,
        };
    }

    /// <summary>Runs all items.</summary>
    /// <param name="state">The Map.</param>
    /// <param name="visit">The visit, whose Map has started.</param>
    /// <param name="items">The items, or null if an <c>ItemReader</c> reads them.</param>
    /// <param name="maxConcurrency">How many child executions may run at once. 0 means no limit.</param>
    /// <returns>The outputs in the order of the items, or where the <c>ResultWriter</c> wrote them.</returns>
    /// <exception cref="EvaluationException">A field cannot be evaluated.</exception>
    /// <exception cref="StateException">The map run failed.</exception>
    /// <exception cref="OperationCanceledException">The visit was ended.</exception>
    public static async ValueTask<JsonValue> RunAsync(MapState state, StateVisit visit, List<MapItem>? items, long maxConcurrency)
    {
        var map = new DistributedMap(state, visit, maxConcurrency, null);
        visit.Execution.Add(map._run);
        visit.Record(HistoryEventType.MapRunStarted, new MapRunDetails(map._run.Arn));
        return await map.RunAsync(items);
    }

    /// <summary>Runs those items of a map run again that did not succeed.</summary>
    /// <param name="state">The Map.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="run">The map run.</param>
    /// <returns>The outputs of all items, including those that succeeded before, or where the <c>ResultWriter</c> wrote them.</returns>
    /// <exception cref="EvaluationException">A field cannot be evaluated.</exception>
    /// <exception cref="StateException">The map run failed again.</exception>
    /// <exception cref="OperationCanceledException">The visit was ended.</exception>
    public static async ValueTask<JsonValue> RedriveAsync(MapState state, StateVisit visit, LocalMapRun run)
    {
        var map = new DistributedMap(state, visit, MapNumbers.MaxConcurrency(state, visit), run);
        run.Progress = new(MapRunStatus.Running, null, run.RedriveCount + 1, visit.Execution.Loop.Now);
        visit.Record(HistoryEventType.MapRunRedriven, new MapRunDetails(run.Arn, run.RedriveCount));

        // If the map run failed before it had read its items, it reads them now.
        return await map.RunAsync(run.Jobs.Length > 0 || state.ItemReader is not null ? null : MapItems.Of(state, visit));
    }

    private async ValueTask<JsonValue> RunAsync(List<MapItem>? items)
    {
        try
        {
            if (_run.Jobs.Length == 0)
            {
                _run.Jobs = JobsOf(items ?? _reader!.Read());
            }

            _totalItems = _run.Jobs.Sum(job => (long)job.ItemCount);
            await RunJobsAsync();
            if (_fault is not null)
            {
                throw _fault;
            }

            var result = _writer.Writes ? _writer.Write(_run) : null;
            if (_failure is not null)
            {
                throw _failure;
            }

            return Succeed(result ?? _writer.Result(_run.Jobs));
        }
        catch (MapRunException exception)
        {
            _visit.Record(HistoryEventType.MapRunFailed, new ErrorDetails(exception.Error, exception.Message));
            End(MapRunStatus.Failed);
            throw new StateException(exception.Error, exception.Message, inner: exception);
        }
        catch (OperationCanceledException)
        {
            _visit.Record(HistoryEventType.MapRunAborted, null);
            End(MapRunStatus.Aborted);
            throw;
        }
        finally
        {
            // An ItemSelector failed, or the history is full.
            if (_run.Status == MapRunStatus.Running)
            {
                End(MapRunStatus.Failed);
            }
        }
    }

    private MapRunJob[] JobsOf(List<MapItem> items)
    {
        var inputs = items.Select((item, index) => MapItems.InputOf(_state, _visit, item, item.Context(index, isDistributed: true)));
        if (_state.ItemSelector is null && _state.Parameters is null)
        {
            inputs = items.Select(item => item.Input);
        }

        MapRunJob[] jobs = _batcher is null ? [.. inputs.Select(input => new MapRunJob(input, 1))] : [.. _batcher.Batches(inputs)];
        var tooLarge = Array.FindIndex(jobs, job => PayloadSize.Exceeds(job.Input));
        return tooLarge < 0
            ? jobs
            : throw new MapRunException(ErrorNames.DataLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The input of the child execution {tooLarge} exceeds the maximum of {Limits.PayloadBytes} bytes."));
    }

    private async Task RunJobsAsync()
    {
        var limit = _run.MaxConcurrency is 0 or > Limits.DistributedConcurrency ? Limits.DistributedConcurrency : (int)_run.MaxConcurrency;
        _jobs = new(_visit.Execution.Loop, _run.Jobs.Length, limit, index => RunJobAsync(_run.Jobs[index]), _visit.Execution.Cancellation);
        using (_visit.Cancellation.UnsafeRegister(_ => StopJobs(), null))
        {
            await _jobs.RunAsync();
        }

        _visit.Cancellation.ThrowIfCancellationRequested();
    }

    private async ValueTask RunJobAsync(MapRunJob job)
    {
        if (job.Execution is { Status: WorkflowStatus.Succeeded })
        {
            return;
        }

        var execution = Begin(job);
        await execution.Ended;
        if (StateException.FromLocalError(execution.Outcome) is { } fault)
        {
            // The failure of a child that was being stopped counts too, because a test must not miss it.
            _fault ??= fault;
            StopJobs();
            return;
        }

        var isStopped = _failure is not null || _fault is not null || _visit.Cancellation.IsCancellationRequested;
        if (execution.Status == WorkflowStatus.Succeeded || isStopped)
        {
            return;
        }

        _failedItems += job.ItemCount;
        if (_tolerated.AreExceededBy(_failedItems, _totalItems))
        {
            _failure = new(MapRunException.ThresholdExceeded, "The specified tolerated failure threshold was exceeded");
            StopJobs();
        }
    }

    private Execution Begin(MapRunJob job)
    {
        if (job.Execution is { StateMachine.Type: WorkflowType.Standard } earlier && earlier.TryRedrive())
        {
            job.RedriveCount++;
            return earlier;
        }

        var parent = _visit.Execution;
        job.Name = Uuid.Create(parent.Random);
        job.Execution = new()
        {
            Host = parent.Host,
            StateMachine = _machine,
            Name = job.Name,
            Arn = _childArnPrefix + job.Name + (_machine.Type == WorkflowType.Express ? ":" + Uuid.Create(parent.Random) : ""),
            Input = job.Input,
            StartedAt = parent.Loop.Now,
            Random = new(parent.Random.Next()),
            HandlerContext = parent.HandlerContext,
            Parent = parent,
        };
        job.Execution.Start();
        return job.Execution;
    }

    private void StopJobs()
    {
        _jobs!.Stop();
        foreach (var job in _run.Jobs.Take(_jobs.Begun))
        {
            job.Execution?.Stop(null, null);
        }
    }

    private JsonValue Succeed(JsonValue result)
    {
        // No later event has these two as its previous event: that of the state's end follows the start of the map run.
        var succeeded = _visit.Execution.Record(HistoryEventType.MapRunSucceeded, null, _visit.Machine.LastEventId);
        _visit.Execution.Record(HistoryEventType.MapStateSucceeded, null, succeeded);
        End(MapRunStatus.Succeeded);
        return result;
    }

    private void End(MapRunStatus status) => _run.Progress = _run.Progress with { Status = status, StoppedAt = _visit.Execution.Loop.Now };
}
