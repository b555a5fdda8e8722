using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state machine: a definition, a branch of a Parallel, or the processor of a Map. Lists compare by reference. To compare two machines, compare the results of <see cref="DefinitionWriter.ToJson(StateMachine)"/>.</summary>
public sealed record StateMachine
{
    /// <summary>ASL <c>Comment</c>; null when absent. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>QueryLanguage</c>; null when absent. In a definition, that means JSONPath. In a branch or a processor, it means the query language of the surrounding machine.</summary>
    public AslQueryLanguage? QueryLanguage { get; init; }

    /// <summary>ASL <c>Version</c>; null when absent. The only version is <c>1.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>ASL <c>TimeoutSeconds</c>: the longest time of an execution, in seconds; null when absent, which means no limit.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>ASL <c>StartAt</c>: the name of the first state.</summary>
    public required string StartAt { get; init; }

    /// <summary>ASL <c>States</c>, in the order of the definition.</summary>
    public required IReadOnlyList<State> States { get; init; }

    /// <summary>ASL <c>ProcessorConfig</c>, which only the processor of a Map has; null when absent.</summary>
    public ProcessorConfig? ProcessorConfig { get; init; }

    /// <summary>The JSON from which the machine was read; null if it was not read. <see cref="DefinitionWriter"/> ignores it.</summary>
    public JsonValue? Source { get; init; }

    /// <summary>Finds a state of this machine by its name. States of nested machines are not searched.</summary>
    /// <param name="name">The name of the state, compared ordinally.</param>
    /// <returns>The state; null if the machine has no state of that name.</returns>
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
