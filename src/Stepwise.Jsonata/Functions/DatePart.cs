namespace Stepwise.Jsonata.Functions;

/// <summary>A part of a <see cref="DatePicture"/>: literal text, or a component of the date.</summary>
internal sealed class DatePart
{
    /// <summary>The literal text; null for a component.</summary>
    public string? Literal { get; init; }

    /// <summary>The letter of the component; the zero character for literal text.</summary>
    public char Component { get; init; }

    /// <summary>The format of the number; null for names.</summary>
    public IntegerPicture? Integer { get; init; }

    /// <summary>The case of the name; null for numbers.</summary>
    public LetterCase? Names { get; init; }

    /// <summary>Whether the time zone UTC is written as <c>Z</c>.</summary>
    public bool IsTraditional { get; init; }

    /// <summary>The greatest number of letters of a name; null means all letters.</summary>
    public int? LongestName { get; init; }

    /// <summary>The number of digits of a year, a month or a day; 0 or less means any number.</summary>
    public int Digits { get; init; }
}
