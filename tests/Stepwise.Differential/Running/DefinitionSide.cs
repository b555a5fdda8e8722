using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stepwise.Differential.Places;
using Stepwise.Local;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Differential.Running;

/// <summary>Executes the definition of one state in Stepwise.Local, for one value after the other.</summary>
internal sealed class DefinitionSide : IDisposable
{
    private readonly LocalStepFunctions _stepFunctions;
    private readonly LocalStateMachine _machine;
    private readonly Place _place;
    private readonly JsonValue?[] _results;
    private readonly JsonValue?[] _sent;
    private readonly List<LocalExecution> _executions = [];

    /// <summary>Makes the machine.</summary>
    /// <param name="state">The state.</param>
    /// <param name="count">How many values there will be.</param>
    public DefinitionSide(CompiledState state, int count)
    {
        _results = new JsonValue?[count];
        _sent = new JsonValue?[count];
        _place = state.State.Place;
        _stepFunctions = new(new LocalOptions
        {
            ValidateDefinitions = false,
            TimeProvider = new VirtualClock(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero)),
            Tasks = new LocalTasks().OnAnything(Handle),
        });
        _machine = _stepFunctions.CreateStateMachine(state.Name, state.Definition);
    }

    /// <summary>How arguments of a service are serialized: by the names in C#.</summary>
    public static JsonSerializerOptions AsWritten { get; } = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Starts an execution. One that waits is waited for: all share one clock, and the next starts when it has ended.</summary>
    /// <param name="input">The input.</param>
    /// <param name="result">What the earlier state gives.</param>
    public async Task StartAsync(JsonValue input, JsonValue? result)
    {
        var index = _executions.Count;
        _results[index] = result;
        _executions.Add(_machine.StartExecution(input, index.ToString(CultureInfo.InvariantCulture)));
        if (_place is Place.WaitFor or Place.WaitUntil)
        {
            await _executions[index].WaitAsync();
        }
    }

    /// <summary>Waits until all executions have ended.</summary>
    /// <returns>What came out of each, and when it started.</returns>
    public async Task<IReadOnlyList<(Outcome Outcome, DateTimeOffset StartedAt)>> FinishAsync()
    {
        var ends = new List<(Outcome, DateTimeOffset)>();
        foreach (var execution in _executions)
        {
            await execution.WaitAsync();
            ends.Add((Observe(execution, _sent[ends.Count]), execution.StartedAt));
        }

        return ends;
    }

    public void Dispose() => _stepFunctions.Dispose();

    private ValueTask<JsonValue> Handle(TaskRequest request, CancellationToken cancellationToken)
    {
        var index = int.Parse(request.Execution.Name, CultureInfo.InvariantCulture);
        if (request.StateName == "Get")
        {
            return new(_results[index] ?? Stepwise.Json.JsonNull.Instance);
        }

        _sent[index] = _place is Place.ServiceArguments ? request.Parameters : request.Input;
        return new(new Stepwise.Json.JsonNumber(1L));
    }

    private Outcome Observe(LocalExecution execution, JsonValue? sent)
    {
        if (_place is Place.Fail)
        {
            return execution.Error == "Failed" ? new(execution.Cause is { Length: > 0 } cause ? System.Text.Json.Nodes.JsonValue.Create(cause) : null) : Failed(execution);
        }

        if (execution.Status is not WorkflowStatus.Succeeded && sent is null)
        {
            return Failed(execution);
        }

        return _place switch
        {
            Place.Choice or Place.ChoiceSwitch => new(System.Text.Json.Nodes.JsonValue.Create(execution.States[^1])),
            Place.WaitFor or Place.WaitUntil => new(System.Text.Json.Nodes.JsonValue.Create(Math.Round(execution.Elapsed.TotalSeconds, 3))),
            Place.ServiceArguments or Place.ServicePayload or Place.LambdaPayload => new(Node(sent)),
            _ => new(Node(execution.Output)),
        };
    }

    private static Outcome Failed(LocalExecution execution) => new(null, $"{execution.Error}: {execution.Cause}");

    private static JsonNode? Node(JsonValue? value) => value is null ? null : JsonNode.Parse(value.ToJson());
}
