namespace Stepwise.StatesLanguage;

/// <summary>What a rule of a JSONPath Choice tests.</summary>
public abstract record ChoiceTest
{
    /// <summary>ASL <c>Comment</c> of a test within another, a user's text; null when absent. That of a whole rule is <see cref="ChoiceRule.Comment"/>.</summary>
    public string? Comment { get; init; }
}
