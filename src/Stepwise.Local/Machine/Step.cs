using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A state that is prepared for execution. What needs to be computed only once per state is computed here and kept with the machine.</summary>
internal abstract class Step
{
    protected Step(State state, AslQueryLanguage language, HistoryEventType entered, HistoryEventType? exited)
    {
        State = state;
        Language = state.QueryLanguage ?? language;
        Entered = entered;
        Exited = exited;
    }

    public State State { get; }

    public string Name => State.Name;

    /// <summary>The state's query language.</summary>
    public AslQueryLanguage Language { get; }

    public bool IsJsonata => Language == AslQueryLanguage.Jsonata;

    /// <summary>The event of entering the state.</summary>
    public HistoryEventType Entered { get; }

    /// <summary>The event of leaving the state, or null if the state is never left.</summary>
    public HistoryEventType? Exited { get; }

    /// <summary>Whether <c>State.RetryCount</c> is in the context object.</summary>
    public virtual bool CountsRetries => false;

    /// <summary>Finds the states that this state can go to.</summary>
    /// <param name="plan">The machine.</param>
    public virtual void Connect(MachinePlan plan)
    {
    }

    /// <summary>The input after <c>InputPath</c>.</summary>
    protected void ReadInput(StateVisit visit)
    {
        if (!IsJsonata && State.InputPath is { } path)
        {
            visit.Input = path.IsNull ? JsonObject.Empty : visit.Select(path.Path!, visit.RawInput);
        }

        visit.Observer?.OnStage("afterInputPath", visit.Input);
    }

    /// <summary>The output after <c>OutputPath</c>.</summary>
    protected JsonValue WriteOutput(StateVisit visit, JsonValue output) => State.OutputPath switch
    {
        null => output,
        { IsNull: true } => JsonObject.Empty,
        { } path => visit.Select(path.Path!, output),
    };

    /// <summary>Puts a result into the state's input at <c>ResultPath</c>.</summary>
    protected static JsonValue Place(JsonPathField? path, JsonValue input, JsonValue result) => path switch
    {
        null or { Path: "$" } => result,
        { IsNull: true } => input,
        { } place => StatesLanguage.Evaluation.ReferencePath.Write(place.Path!, input, result),
    };
}
