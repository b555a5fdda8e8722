namespace Stepwise.StatesLanguage;

/// <summary>Holds when one part holds (ASL <c>Or</c>).</summary>
/// <param name="Rules">The parts, tested in order until one holds.</param>
public sealed record OrTest(IReadOnlyList<ChoiceTest> Rules) : ChoiceTest;
