using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A rule of a Choice: what must hold, and where to go then.</summary>
public sealed record ChoiceRule
{
    /// <summary>ASL <c>Comment</c>, a user's text; null when absent.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>Condition</c> (JSONata): an expression string or a boolean; null in JSONPath.</summary>
    public JsonValue? Condition { get; init; }

    /// <summary>What is tested (JSONPath); null in JSONata.</summary>
    public ChoiceTest? Test { get; init; }

    /// <summary>ASL <c>Output</c> (JSONata); null when absent.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>ASL <c>Assign</c>: variables set when the rule wins; null when absent.</summary>
    public JsonObject? Assign { get; init; }

    /// <summary>ASL <c>Next</c>: the state to go to.</summary>
    public string? Next { get; init; }
}
