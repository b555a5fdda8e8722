using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state machine: the whole definition, a branch of a Parallel, or the processor of a Map. Lists compare by reference; to compare definitions, compare <see cref="DefinitionWriter.ToJson(StateMachine)"/>.</summary>
public sealed record StateMachine
{
    /// <summary>ASL <c>Comment</c>, a user's text; null when absent.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>QueryLanguage</c>; null when absent, which means JSONPath for a definition, and what surrounds it for a branch or processor.</summary>
    public AslQueryLanguage? QueryLanguage { get; init; }

    /// <summary>ASL <c>Version</c>, of which only <c>1.0</c> exists; null when absent.</summary>
    public string? Version { get; init; }

    /// <summary>ASL <c>TimeoutSeconds</c>: after how many seconds an execution is stopped; null when absent, which means never.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>ASL <c>StartAt</c>: the name of the first state.</summary>
    public required string StartAt { get; init; }

    /// <summary>ASL <c>States</c>, in the order in which they are written.</summary>
    public required IReadOnlyList<State> States { get; init; }

    /// <summary>ASL <c>ProcessorConfig</c>, only in the processor of a Map; null when absent.</summary>
    public ProcessorConfig? ProcessorConfig { get; init; }

    /// <summary>The JSON that the machine was read from; null when it was built. It is not written.</summary>
    public JsonValue? Source { get; init; }

    /// <summary>Looks a state of this machine up; states of nested machines are not looked at.</summary>
    /// <param name="name">The state's name, compared ordinally.</param>
    /// <returns>The state; null when there is none.</returns>
    public State? Find(string name)
    {
        foreach (var state in States)
        {
            if (string.Equals(state.Name, name, StringComparison.Ordinal))
            {
                return state;
            }
        }

        return null;
    }
}
