using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>One visit of a state, from entering it to leaving it, with all its attempts. The work of the state reads its data here and adds its events here.</summary>
internal sealed class StateVisit : IContextSource
{
    private readonly Step _step;
    private EvaluationScope? _scope;
    private JsonValue _input;
    private int _retryCount;
    private string? _taskToken;
    private long _stageEventId;

    public StateVisit(MachineRun machine, Step step, JsonValue rawInput)
    {
        Machine = machine;
        _step = step;
        RawInput = rawInput;
        _input = rawInput;
        EnteredAt = machine.Execution.Loop.Now;
        _stageEventId = machine.LastEventId;
    }

    public Execution Execution => Machine.Execution;

    public MachineRun Machine { get; }

    public State State => _step.State;

    /// <summary>The state's query language.</summary>
    public AslQueryLanguage Language => _step.Language;

    /// <summary>When the state was entered.</summary>
    public DateTimeOffset EnteredAt { get; }

    /// <summary>The input of the state.</summary>
    public JsonValue RawInput { get; }

    /// <summary>The input after <c>InputPath</c>: <c>$</c>, <c>$states.input</c>.</summary>
    public JsonValue Input
    {
        get => _input;
        set
        {
            if (!ReferenceEquals(_input, value))
            {
                _input = value;
                _scope = null;
            }
        }
    }

    /// <summary>The id of the event of entering the state.</summary>
    public long EnteredEventId { get; set; }

    /// <summary>How often the state has been retried in this visit.</summary>
    public int RetryCount
    {
        get => _retryCount;
        set
        {
            _retryCount = value;
            _scope = null;
        }
    }

    /// <summary>The token of the task, as the context object shows it. Null if the task does not wait for a token.</summary>
    public string? TaskToken
    {
        get => _taskToken;
        set
        {
            _taskToken = value;
            _scope = null;
        }
    }

    /// <summary>Ends the visit.</summary>
    public CancellationToken Cancellation => Machine.Cancellation;

    /// <summary>Observes the stages of the state's data; null if they are not needed.</summary>
    public IStageObserver? Observer { get; init; }

    /// <summary>The context object to use; null to make it from the visit.</summary>
    public JsonObject? GivenContext { get; init; }

    /// <summary>The work that replaces the state's own work; null for none.</summary>
    public StateWork? Work { get; init; }

    /// <summary>The context object at this moment.</summary>
    public JsonObject Context => (JsonObject)Scope.Context;

    /// <summary>The values that paths and expressions read.</summary>
    public EvaluationScope Scope => _scope ??= new(_input)
    {
        ContextSource = this,
        Variables = Machine.Variables,
        Random = Execution.Random,
        TimeProvider = Execution.Loop.Time,
    };

    /// <summary>Makes the same scope with another input.</summary>
    /// <param name="input">The input, such as a result or an error that was caught.</param>
    public EvaluationScope ScopeOf(JsonValue input) => ReferenceEquals(input, _input) ? Scope : Scope with { Input = input };

    /// <summary>Adds an event after the last one of this machine.</summary>
    /// <param name="type">The type of the event.</param>
    /// <param name="details">The details of the event.</param>
    /// <returns>Its id.</returns>
    public long Record(HistoryEventType type, HistoryEventDetails? details)
        => Machine.LastEventId = Execution.Record(type, details, Machine.LastEventId);

    /// <summary>Evaluates a field's template in the state's query language.</summary>
    /// <param name="field">The field, such as <c>Parameters</c>, <c>ItemSelector</c> or <c>Arguments</c>.</param>
    /// <param name="template">Its value.</param>
    /// <param name="scope">The values that it reads; null for <see cref="Scope"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException">The template fails. The caller of the visit turns this into the error that AWS reports.</exception>
    public JsonValue Evaluate(string field, JsonValue template, EvaluationScope? scope = null)
        => Language == AslQueryLanguage.Jsonata ? JsonataTemplate.Evaluate(field, template, scope ?? Scope) : PayloadTemplate.Evaluate(template, scope ?? Scope);

    /// <summary>Selects a value by a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="input">The value of <c>$</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException">The path selects nothing.</exception>
    public JsonValue Select(string path, JsonValue input) => path == "$" ? input : JsonPath.Select(path, ScopeOf(input));

    /// <summary>Evaluates the variables that <c>Assign</c> sets. They are set when the state is left.</summary>
    /// <param name="assign">The field; null if it is absent.</param>
    /// <param name="scope">The values that it reads; null for <see cref="Scope"/>.</param>
    /// <returns>The names and values, or null if the state assigns no variable.</returns>
    public JsonObject? Assign(Template? assign, EvaluationScope? scope = null) => (JsonObject?)assign?.Evaluate(this, scope);

    /// <summary>Records that the state has waited. The event of a later failure follows the machine's last event.</summary>
    public void BeginStage() => _stageEventId = Machine.LastEventId;

    /// <summary>Turns the failure of an expression or a path into the error that AWS reports, and adds the event that AWS adds.</summary>
    /// <param name="exception">What failed.</param>
    /// <returns>The error.</returns>
    public StateException ErrorOf(EvaluationException exception)
    {
        var cause = exception.CauseIn(State.Name, EnteredEventId);
        if (Language == AslQueryLanguage.Jsonata && exception.Error == ErrorNames.QueryEvaluationError)
        {
            Machine.LastEventId = Execution.Record(HistoryEventType.EvaluationFailed, new EvaluationFailedDetails(exception.Error, cause, exception.Location, State.Name), _stageEventId);
        }

        return new(exception.Error, cause, exception.Error != ErrorNames.Runtime, exception);
    }

    JsonValue IContextSource.MakeContext() => GivenContext ?? ContextObject.Of(this, _step);
}
