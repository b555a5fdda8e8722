using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Interpretation;

/// <summary>One visit of a state, from when it is entered until it is left, with all its attempts: what the state's work reads and notes.</summary>
internal sealed class StateVisit
{
    public StateVisit(MachineRun machine, State state, JsonValue rawInput)
    {
        Machine = machine;
        State = state;
        RawInput = rawInput;
        Input = rawInput;
    }

    public Execution Execution => Machine.Execution;

    public MachineRun Machine { get; }

    public State State { get; }

    /// <summary>The state's query language.</summary>
    public AslQueryLanguage Language => State.QueryLanguage ?? Machine.Language;

    /// <summary>What the state was entered with.</summary>
    public JsonValue RawInput { get; }

    /// <summary>The input after <c>InputPath</c>: <c>$</c>, <c>$states.input</c>.</summary>
    public JsonValue Input { get; set; }

    /// <summary>The event with which the state was entered.</summary>
    public long EnteredEventId { get; set; }

    /// <summary>How often the state has been retried in this visit.</summary>
    public int RetryCount { get; set; }

    /// <summary>The token of the task, as the context object shows it; null where there is none.</summary>
    public string? TaskToken { get; set; }

    /// <summary>Ends the visit.</summary>
    public CancellationToken Cancellation => Machine.Cancellation;

    /// <summary>Is told the stages of the state's data; null where nobody asks.</summary>
    public IStageObserver? Observer { get; init; }

    /// <summary>The context object now.</summary>
    public JsonObject Context => throw new NotImplementedException();

    /// <summary>What paths and expressions read.</summary>
    public EvaluationScope Scope => throw new NotImplementedException();

    /// <summary>Adds an event after the last one of this machine.</summary>
    /// <param name="type">What happened.</param>
    /// <param name="details">What there is to say about it.</param>
    /// <returns>Its id.</returns>
    public long Record(HistoryEventType type, HistoryEventDetails? details)
        => Machine.LastEventId = Execution.Record(type, details, Machine.LastEventId);

    /// <summary>Evaluates a field's template in the state's query language.</summary>
    /// <param name="field">The field, such as <c>Parameters</c>, <c>ItemSelector</c> or <c>Arguments</c>.</param>
    /// <param name="template">Its value.</param>
    /// <param name="scope">What it reads; null for <see cref="Scope"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException">It fails; whoever runs the visit makes AWS's error of it.</exception>
    public JsonValue Evaluate(string field, JsonValue template, EvaluationScope? scope = null)
        => Language == AslQueryLanguage.Jsonata ? JsonataTemplate.Evaluate(field, template, scope ?? Scope) : PayloadTemplate.Evaluate(template, scope ?? Scope);
}
