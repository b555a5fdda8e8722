namespace Stepwise.StatesLanguage;

/// <summary>Holds when its part does not (ASL <c>Not</c>).</summary>
/// <param name="Rule">The part.</param>
public sealed record NotTest(ChoiceTest Rule) : ChoiceTest;
