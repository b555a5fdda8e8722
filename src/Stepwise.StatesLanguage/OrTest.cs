namespace Stepwise.StatesLanguage;

/// <summary>A test that is true if one of its parts is true (ASL <c>Or</c>).</summary>
/// <param name="Rules">The parts, in order. Step Functions stops at the first part that is true.</param>
public sealed record OrTest(IReadOnlyList<ChoiceTest> Rules) : ChoiceTest;
