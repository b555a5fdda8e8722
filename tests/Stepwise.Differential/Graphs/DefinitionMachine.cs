using System.Globalization;
using System.Text.Json.Nodes;
using Stepwise.Local;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Differential.Graphs;

/// <summary>Executes the definition of a workflow in Stepwise.Local.</summary>
internal sealed class DefinitionMachine : IDisposable
{
    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
    private readonly LocalStepFunctions _stepFunctions;
    private readonly LocalStateMachine _machine;
    private readonly Dictionary<string, int> _visits = new(StringComparer.Ordinal);
    private TaskTable? _table;
    private Trace _trace = new();
    private int _executions;

    /// <summary>Makes the machine.</summary>
    /// <param name="name">The name of the machine.</param>
    /// <param name="definition">The definition.</param>
    public DefinitionMachine(string name, string definition)
    {
        _stepFunctions = new(new LocalOptions { ValidateDefinitions = false, TimeProvider = _clock, Tasks = new LocalTasks().OnAnything(Handle) });
        _machine = _stepFunctions.CreateStateMachine(name, definition);
    }

    /// <summary>When the next execution starts.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Executes the definition. One execution ends before the next starts, because all of them share one clock.</summary>
    /// <param name="input">The input.</param>
    /// <param name="table">What the tasks answer.</param>
    public async Task<Trace> RunAsync(JsonValue input, TaskTable table)
    {
        _visits.Clear();
        _table = table;
        _trace = new();
        var execution = _machine.StartExecution(input, (++_executions).ToString(CultureInfo.InvariantCulture));
        await execution.WaitAsync();
        _trace.Path.AddRange(execution.States);
        AddWaits(execution);
        _trace.End = execution.Status is WorkflowStatus.Succeeded ? TraceEnd.Succeeded : TraceEnd.Failed;
        _trace.Output = execution.Output is { } output ? JsonNode.Parse(output.ToJson()) : null;
        _trace.Error = execution.Error;
        _trace.Cause = execution.Cause ?? "";
        return _trace;
    }

    public void Dispose() => _stepFunctions.Dispose();

    private void AddWaits(LocalExecution execution)
    {
        DateTimeOffset entered = default;
        foreach (var item in execution.Events)
        {
            if (item is { Type: HistoryEventType.WaitStateEntered })
            {
                entered = item.Timestamp;
            }
            else if (item is { Type: HistoryEventType.WaitStateExited, Details: StateExitedDetails exited })
            {
                _trace.Waits.Add((exited.Name, Math.Round((item.Timestamp - entered).TotalSeconds, 3)));
            }
        }
    }

    private ValueTask<JsonValue> Handle(TaskRequest request, CancellationToken cancellationToken)
    {
        var visit = _visits.GetValueOrDefault(request.StateName);
        _visits[request.StateName] = visit + 1;
        var sent = request.FunctionName is null ? request.Parameters : request.Input;
        _trace.Calls.Add(new(request.StateName, JsonNode.Parse(sent.ToJson())));
        var outcome = _table!.Of(request.StateName, visit);
        return outcome.Error is { } error
            ? throw new TaskFailedException(error, outcome.Cause)
            : new(outcome.Result is null ? new Stepwise.Json.JsonNumber(1L) : outcome.Result.OnTheWire ?? Stepwise.Json.JsonNull.Instance);
    }
}
