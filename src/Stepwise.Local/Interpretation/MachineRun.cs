using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Interpretation;

/// <summary>A machine that runs from state to state: that of an execution, a branch of a Parallel, an iteration of a Map.</summary>
internal sealed class MachineRun
{
    /// <summary>The machine of an execution.</summary>
    public MachineRun(Execution execution, StateMachine machine, AslQueryLanguage language, CancellationToken cancellation)
    {
        Execution = execution;
        Machine = machine;
        Language = machine.QueryLanguage ?? language;
        Cancellation = cancellation;
    }

    /// <summary>A machine inside a state.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="within">The visit of the Parallel or Map.</param>
    /// <param name="map">The member <c>Map</c> of the context object, for an iteration; null for a branch.</param>
    /// <param name="previousEventId">The event that the machine's first one follows.</param>
    /// <param name="cancellation">Ends the machine.</param>
    public MachineRun(StateMachine machine, StateVisit within, JsonObject? map, long previousEventId, CancellationToken cancellation)
        : this(within.Execution, machine, within.Machine.Language, cancellation)
    {
        Outer = within.Machine;
        Map = map ?? within.Machine.Map;
        LastEventId = previousEventId;
    }

    public Execution Execution { get; }

    public StateMachine Machine { get; }

    public AslQueryLanguage Language { get; }

    /// <summary>The machine around it, whose variables it reads; null for that of an execution.</summary>
    public MachineRun? Outer { get; }

    /// <summary>The member <c>Map</c> of the context object; null outside of iterations.</summary>
    public JsonObject? Map { get; }

    /// <summary>The last event of this machine: what its next one follows.</summary>
    public long LastEventId { get; set; }

    /// <summary>Ends the machine: its next await throws <see cref="OperationCanceledException"/>, after the states that were under way have noted that they are aborted.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Runs the machine.</summary>
    /// <param name="input">Its input.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="StateException">It fails.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public ValueTask<JsonValue> RunAsync(JsonValue input) => throw new NotImplementedException();
}
