using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state. The model can represent fields that the state's type does not allow; <c>Validation.DefinitionValidator</c> reports them.</summary>
public abstract record State
{
    /// <summary>The name of the state: its key in <c>States</c>. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public required string Name { get; init; }

    /// <summary>ASL <c>Comment</c>; null when absent. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>QueryLanguage</c>; null when absent, which means the query language of the machine.</summary>
    public AslQueryLanguage? QueryLanguage { get; init; }

    /// <summary>ASL <c>Type</c>, such as <c>Task</c>.</summary>
    public abstract string Type { get; }

    /// <summary>ASL <c>InputPath</c> (JSONPath): the path to the part of the input that the state uses; null when absent, which means <c>$</c>.</summary>
    public JsonPathField? InputPath { get; init; }

    /// <summary>ASL <c>OutputPath</c> (JSONPath): the path to the part of the output that the next state gets; null when absent, which means <c>$</c>.</summary>
    public JsonPathField? OutputPath { get; init; }

    /// <summary>ASL <c>Output</c> (JSONata): a JSON value, in which strings can be expressions; null when absent.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>ASL <c>Assign</c>: the variables to set, with their values; null when absent.</summary>
    public JsonObject? Assign { get; init; }

    /// <summary>The machines inside the state: the branches of a Parallel or the item processor of a Map. Other states have no machines.</summary>
    internal virtual IReadOnlyList<StateMachine> Machines => [];

    /// <summary>The JSON from which the state was read; null if it was not read. <see cref="DefinitionWriter"/> ignores it.</summary>
    public JsonValue? Source { get; init; }
}
