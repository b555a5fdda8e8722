namespace Stepwise.StatesLanguage;

/// <summary>A state that chooses the next one (ASL <c>Choice</c>).</summary>
public sealed record ChoiceState : State
{
    /// <inheritdoc/>
    public override string Type => "Choice";

    /// <summary>ASL <c>Choices</c>: the rules, of which the first that holds wins.</summary>
    public required IReadOnlyList<ChoiceRule> Choices { get; init; }

    /// <summary>ASL <c>Default</c>: the state to go to when no rule holds; null when absent, which fails with <c>States.NoChoiceMatched</c>.</summary>
    public string? Default { get; init; }
}
