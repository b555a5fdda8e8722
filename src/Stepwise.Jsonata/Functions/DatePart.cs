namespace Stepwise.Jsonata.Functions;

/// <summary>A piece of a <see cref="DatePicture"/>: text that stands for itself, or a component of the date.</summary>
internal sealed class DatePart
{
    /// <summary>The text; null for a component.</summary>
    public string? Literal { get; init; }

    /// <summary>The letter of the component; the zero character where there is none.</summary>
    public char Component { get; init; }

    /// <summary>How the number is shown; null for names.</summary>
    public IntegerPicture? Integer { get; init; }

    /// <summary>How the name is written; null for numbers.</summary>
    public LetterCase? Names { get; init; }

    /// <summary>Whether the time zone is <c>Z</c> where it is UTC.</summary>
    public bool IsTraditional { get; init; }

    /// <summary>The most letters of a name; null for all of them.</summary>
    public int? LongestName { get; init; }

    /// <summary>How many digits a year, a month or a day has; 0 or less for as many as it takes.</summary>
    public int Digits { get; init; }
}
