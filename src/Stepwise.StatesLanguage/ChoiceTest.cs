namespace Stepwise.StatesLanguage;

/// <summary>The test of a rule of a JSONPath Choice.</summary>
public abstract record ChoiceTest
{
    /// <summary>ASL <c>Comment</c> of a test inside another test; null when absent. The comment of a rule is <see cref="ChoiceRule.Comment"/>. The text is literal: <c>${...}</c> in it is not a substitution.</summary>
    public string? Comment { get; init; }
}
