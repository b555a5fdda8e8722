namespace Stepwise.Generator.Model;

/// <summary>The functions of values that a query language has. Each gives what C# gives for every argument that is not null; where C# throws, the reader tests the arguments first.</summary>
internal enum ValueFunction
{
    /// <summary>The distance of a number from 0.</summary>
    Absolute,

    /// <summary>The greatest integer that is not greater than a number.</summary>
    Floor,

    /// <summary>The least integer that is not less than a number.</summary>
    Ceiling,

    /// <summary>The nearest integer, the even one of two. With a second argument, a decimal of so many digits.</summary>
    Round,

    /// <summary>The greater of two numbers.</summary>
    Maximum,

    /// <summary>The lesser of two numbers.</summary>
    Minimum,

    /// <summary>The square root of a number that is not negative.</summary>
    SquareRoot,

    /// <summary>The milliseconds from 1970 to an instant.</summary>
    InstantToMilliseconds,

    /// <summary>The instant so many milliseconds after 1970.</summary>
    MillisecondsToInstant,

    /// <summary>The milliseconds of a TimeSpan, with a fraction of up to 4 digits.</summary>
    DurationToMilliseconds,

    /// <summary>The TimeSpan of so many milliseconds.</summary>
    MillisecondsToDuration,

    /// <summary>The milliseconds from 1970 to the start of a date in UTC.</summary>
    DateToMilliseconds,

    /// <summary>The date, in UTC, so many milliseconds after 1970.</summary>
    MillisecondsToDate,

    /// <summary>The number that stands in a text, from a position, with so many digits.</summary>
    NumberAt,

    /// <summary>The sum of numbers; 0 if there are none.</summary>
    Sum,

    /// <summary>The greatest of numbers, of which there is one at least.</summary>
    Greatest,

    /// <summary>The least of numbers, of which there is one at least.</summary>
    Least,

    /// <summary>The average of numbers, of which there is one at least.</summary>
    Average,

    /// <summary>The elements of one array and then those of another.</summary>
    Append,

    /// <summary>An array from its last element to the first.</summary>
    Reverse,

    /// <summary>Each of the texts, numbers, bools and nulls of an array once, in the order in which they come first.</summary>
    Distinct,

    /// <summary>The integers from one to another; none if the second is less than the first.</summary>
    Range,

    /// <summary>One object with the members of all objects of an array.</summary>
    Merge,

    /// <summary>The value of a member that an object has.</summary>
    Member,

    /// <summary>The names of the members of an object, to look for one of them.</summary>
    Names,

    /// <summary>Whether a text contains another text, or a match of a pattern.</summary>
    Contains,

    /// <summary>A text with each occurrence of a text, or each match of a pattern, replaced. It fails if the text to replace is empty.</summary>
    Replace,

    /// <summary>The parts of a text between occurrences of a text, or between matches of a pattern.</summary>
    Split,

    /// <summary>The parts that are not empty.</summary>
    NotEmptyParts,

    /// <summary>The parts without the white space around them.</summary>
    TrimmedParts,

    /// <summary>An array of texts with empty text for null.</summary>
    NullsAsEmpty,

    /// <summary>The texts of an array's numbers.</summary>
    Texts,

    /// <summary>Texts joined, with a separator between them.</summary>
    Join,

    /// <summary>A part of a text: where it starts and how many characters it has, in code points.</summary>
    Substring,

    /// <summary>What is before the first occurrence of a text.</summary>
    SubstringBefore,

    /// <summary>The number of code points of a text.</summary>
    CodePoints,

    /// <summary>The length of a text as C# counts it: a character beyond U+FFFF counts twice.</summary>
    TextLength,

    /// <summary>The number of characters of a text that are beyond U+FFFF.</summary>
    SurrogatePairs,

    /// <summary>A text with spaces or another character at its start, or at its end, up to a number of code points: a negative number pads the start.</summary>
    Pad,

    /// <summary>A text in upper case, as JavaScript has it.</summary>
    UpperCase,

    /// <summary>A text in lower case, as JavaScript has it.</summary>
    LowerCase,

    /// <summary>An integer with at least as many digits as a picture has.</summary>
    Digits,

    /// <summary>An integer with a comma before each group of three digits.</summary>
    Grouped,
}
