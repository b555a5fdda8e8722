namespace Stepwise.StatesLanguage;

/// <summary>The kind of operand that a comparison operator of a JSONPath Choice requires.</summary>
internal enum ChoiceOperand
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean: the value to compare with, or for <c>Is...</c> the expected answer.</summary>
    Boolean,

    /// <summary>A string that is an RFC 3339 timestamp.</summary>
    Timestamp,

    /// <summary>A path to the value to compare with.</summary>
    Path,
}
