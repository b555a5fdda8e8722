namespace Stepwise.StatesLanguage;

/// <summary>What kind of operand a comparison of a JSONPath Choice takes.</summary>
internal enum ChoiceOperand
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean: a value to compare with, or for <c>Is...</c> the expected answer.</summary>
    Boolean,

    /// <summary>A string that holds an RFC 3339 time.</summary>
    Timestamp,

    /// <summary>A path to the operand.</summary>
    Path,
}
