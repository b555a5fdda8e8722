namespace Stepwise.StatesLanguage;

/// <summary>Holds when every part holds (ASL <c>And</c>).</summary>
/// <param name="Rules">The parts, tested in order until one fails.</param>
public sealed record AndTest(IReadOnlyList<ChoiceTest> Rules) : ChoiceTest;
