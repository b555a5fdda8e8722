namespace Stepwise.StatesLanguage;

/// <summary>A test that is true if its part is false (ASL <c>Not</c>).</summary>
/// <param name="Rule">The part.</param>
public sealed record NotTest(ChoiceTest Rule) : ChoiceTest;
