using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>Where to go when a state fails (an element of ASL <c>Catch</c>).</summary>
public sealed record Catcher
{
    /// <summary>ASL <c>Comment</c>, a user's text; null when absent.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>ErrorEquals</c>: the names of the errors that this applies to.</summary>
    public required IReadOnlyList<string> ErrorEquals { get; init; }

    /// <summary>ASL <c>ResultPath</c> (JSONPath): where the error is put; null when absent, which means <c>$</c>.</summary>
    public JsonPathField? ResultPath { get; init; }

    /// <summary>ASL <c>Output</c> (JSONata); null when absent.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>ASL <c>Assign</c>: variables set when the error is caught; null when absent.</summary>
    public JsonObject? Assign { get; init; }

    /// <summary>ASL <c>Next</c>: the state to go to.</summary>
    public required string Next { get; init; }
}
