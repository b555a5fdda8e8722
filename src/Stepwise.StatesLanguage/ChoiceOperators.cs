namespace Stepwise.StatesLanguage;

/// <summary>The 39 comparison operators of a JSONPath Choice.</summary>
internal static class ChoiceOperators
{
    /// <summary>The kind of operand of each operator, by the operator's name.</summary>
    public static IReadOnlyDictionary<string, ChoiceOperand> All { get; } = Make();

    private static Dictionary<string, ChoiceOperand> Make()
    {
        var operators = new Dictionary<string, ChoiceOperand>(StringComparer.Ordinal)
        {
            ["BooleanEquals"] = ChoiceOperand.Boolean,
            ["BooleanEqualsPath"] = ChoiceOperand.Path,
            ["StringMatches"] = ChoiceOperand.Text,
        };
        foreach (var test in new[] { "IsBoolean", "IsNull", "IsNumeric", "IsPresent", "IsString", "IsTimestamp" })
        {
            operators[test] = ChoiceOperand.Boolean;
        }

        foreach (var (type, operand) in new[] { ("String", ChoiceOperand.Text), ("Numeric", ChoiceOperand.Number), ("Timestamp", ChoiceOperand.Timestamp) })
        {
            foreach (var comparison in new[] { "Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals" })
            {
                operators[type + comparison] = operand;
                operators[type + comparison + "Path"] = ChoiceOperand.Path;
            }
        }

        return operators;
    }
}
