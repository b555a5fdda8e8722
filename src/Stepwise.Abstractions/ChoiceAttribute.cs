namespace Stepwise;

/// <summary>A Choice state. The method returns <see cref="NextState"/> from a switch expression or a conditional whose arms are <c>nameof(State)</c>.</summary>
public sealed class ChoiceAttribute : StateAttribute;
