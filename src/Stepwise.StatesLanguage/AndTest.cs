namespace Stepwise.StatesLanguage;

/// <summary>A test that is true if all its parts are true (ASL <c>And</c>).</summary>
/// <param name="Rules">The parts, in order. Step Functions stops at the first part that is false.</param>
public sealed record AndTest(IReadOnlyList<ChoiceTest> Rules) : ChoiceTest;
