using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A rule of a Choice: a condition, and the state that follows if it is true (an element of ASL <c>Choices</c>).</summary>
public sealed record ChoiceRule
{
    /// <summary>ASL <c>Comment</c>; null when absent. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public string? Comment { get; init; }

    /// <summary>ASL <c>Condition</c> (JSONata): an expression string or a boolean; null in JSONPath.</summary>
    public JsonValue? Condition { get; init; }

    /// <summary>The test (JSONPath); null in JSONata.</summary>
    public ChoiceTest? Test { get; init; }

    /// <summary>ASL <c>Output</c> (JSONata): the input of the next state; null when absent, which means the input of the Choice.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>ASL <c>Assign</c>: the variables to set if Step Functions selects the rule, with their values; null when absent.</summary>
    public JsonObject? Assign { get; init; }

    /// <summary>ASL <c>Next</c>: the name of the next state.</summary>
    public string? Next { get; init; }
}
