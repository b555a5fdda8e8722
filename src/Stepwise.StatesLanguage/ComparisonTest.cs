using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A test that compares a value with an operand.</summary>
/// <param name="Variable">ASL <c>Variable</c>: the path of the value.</param>
/// <param name="Operator">The name of the operator, such as <c>StringEquals</c>, <c>NumericGreaterThanPath</c> or <c>IsPresent</c>. It is the name of the ASL field.</param>
/// <param name="Operand">The value of that ASL field: a string, a number, a boolean, a timestamp or, for <c>...Path</c>, a path.</param>
public sealed record ComparisonTest(string Variable, string Operator, JsonValue Operand) : ChoiceTest;
