namespace Stepwise.StatesLanguage.Validation;

/// <summary>Settings of the validator.</summary>
public sealed record ValidationOptions
{
    /// <summary>The settings used when none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The type of state machine that the definition is for. Default Standard.</summary>
    public StateMachineType Type { get; init; }
}
