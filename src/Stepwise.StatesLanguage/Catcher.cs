using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A catcher: the state that follows if a state fails with certain errors (an element of ASL <c>Catch</c>).</summary>
public sealed record Catcher
{
    /// <summary>ASL <c>Comment</c>; null when absent. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>ErrorEquals</c>: the names of the errors to which the catcher applies.</summary>
    public required IReadOnlyList<string> ErrorEquals { get; init; }

    /// <summary>ASL <c>ResultPath</c> (JSONPath): where the error output is put; null when absent, which means <c>$</c>.</summary>
    public JsonPathField? ResultPath { get; init; }

    /// <summary>ASL <c>Output</c> (JSONata): the input of the next state; null when absent, which means the error output.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>ASL <c>Assign</c>: the variables to set, with their values; null when absent.</summary>
    public JsonObject? Assign { get; init; }

    /// <summary>ASL <c>Next</c>: the name of the next state.</summary>
    public required string Next { get; init; }
}
