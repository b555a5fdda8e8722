using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>Compares a value of the input.</summary>
/// <param name="Variable">ASL <c>Variable</c>: the path of the value.</param>
/// <param name="Operator">The operator's name, such as <c>StringEquals</c>, <c>NumericGreaterThanPath</c> or <c>IsPresent</c>.</param>
/// <param name="Operand">The operator's value: a string, number, boolean, timestamp or, for <c>...Path</c>, a path.</param>
public sealed record ComparisonTest(string Variable, string Operator, JsonValue Operand) : ChoiceTest;
