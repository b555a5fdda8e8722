namespace Stepwise.StatesLanguage;

/// <summary>A state that selects the next state (ASL <c>Choice</c>).</summary>
public sealed record ChoiceState : State
{
    /// <inheritdoc/>
    public override string Type => "Choice";

    /// <summary>ASL <c>Choices</c>: the rules, in order. Step Functions selects the first rule that is true.</summary>
    public required IReadOnlyList<ChoiceRule> Choices { get; init; }

    /// <summary>ASL <c>Default</c>: the name of the next state if no rule is true. Null when absent: then the execution fails with <c>States.NoChoiceMatched</c> if no rule is true.</summary>
    public string? Default { get; init; }
}
