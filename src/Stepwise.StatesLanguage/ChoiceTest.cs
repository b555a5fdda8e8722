namespace Stepwise.StatesLanguage;

/// <summary>What a rule of a JSONPath Choice tests.</summary>
public abstract record ChoiceTest
{
    /// <summary>ASL <c>Comment</c> of a test within And, Or or Not; null when absent. (That of a rule is in the rule.)</summary>
    public string? Comment { get; init; }
}
