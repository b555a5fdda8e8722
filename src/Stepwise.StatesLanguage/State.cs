using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state. The properties hold whatever a definition says; which of them a type of state may have is the validator's business.</summary>
public abstract record State
{
    /// <summary>The state's name: its key in <c>States</c>, a user's text.</summary>
    public required string Name { get; init; }

    /// <summary>ASL <c>Comment</c>, a user's text; null when absent.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>QueryLanguage</c>; null when absent, which means that of the machine.</summary>
    public AslQueryLanguage? QueryLanguage { get; init; }

    /// <summary>ASL <c>Type</c>, such as <c>Task</c>.</summary>
    public abstract string Type { get; }

    /// <summary>ASL <c>InputPath</c> (JSONPath); null when absent, which means <c>$</c>.</summary>
    public JsonPathField? InputPath { get; init; }

    /// <summary>ASL <c>OutputPath</c> (JSONPath); null when absent, which means <c>$</c>.</summary>
    public JsonPathField? OutputPath { get; init; }

    /// <summary>ASL <c>Output</c> (JSONata): any JSON, with expressions in strings; null when absent.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>ASL <c>Assign</c>: variables and their values; null when absent.</summary>
    public JsonObject? Assign { get; init; }

    /// <summary>The JSON that the state was read from; null when it was built. It is not written.</summary>
    public JsonValue? Source { get; init; }
}
