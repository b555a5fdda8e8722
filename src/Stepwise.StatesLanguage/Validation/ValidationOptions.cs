namespace Stepwise.StatesLanguage.Validation;

/// <summary>The options of the validator.</summary>
public sealed record ValidationOptions
{
    /// <summary>The default options: a Standard state machine.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The type of the state machine. The default is Standard. An Express machine does not support all patterns of tasks.</summary>
    public StateMachineType Type { get; init; }
}
