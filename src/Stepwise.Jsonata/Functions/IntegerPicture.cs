using System.Globalization;
using System.Text;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>A picture string for integers, for <c>$formatInteger</c> and for numbers in dates: decimal digits of any script, with groups; letters; Roman numerals; or words.</summary>
internal sealed class IntegerPicture
{
    private const int Widest = 1_000_000;

    /// <summary>The code points of the zeros of all scripts.</summary>
    private static readonly int[] _zeros =
    [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
        0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    private static readonly PictureCache<IntegerPicture> _cache = new(Analyse);

    private readonly string _token;
    private readonly bool _isOrdinal;
    private readonly int _zero;

    /// <summary>The size of the groups if they are regular; otherwise 0.</summary>
    private readonly int _groupSize;

    /// <summary>The separators from right to left, with the number of digits to their right.</summary>
    private readonly (int Position, string Separator)[] _separators;

    private IntegerPicture(string token, IntegerForm form, LetterCase letterCase, bool isOrdinal, int zero = '0', int groupSize = 0, (int Position, string Separator)[]? separators = null)
    {
        _token = token;
        Form = form;
        Case = letterCase;
        _isOrdinal = isOrdinal;
        _zero = zero;
        _groupSize = groupSize;
        _separators = separators ?? [];
    }

    public IntegerForm Form { get; }

    public LetterCase Case { get; }

    /// <summary>The least number of digits; 0 for a picture without digits.</summary>
    public int MandatoryDigits { get; private init; }

    /// <summary>The number of optional digits.</summary>
    public int OptionalDigits { get; private init; }

    /// <summary>The separator between groups if they are regular; otherwise null.</summary>
    public string? RegularSeparator => _groupSize > 0 ? _separators[0].Separator : null;

    public static IntegerPicture Of(string picture) => _cache.Get(picture);

    /// <summary>Returns the picture with another number of mandatory digits.</summary>
    public IntegerPicture WithMandatoryDigits(int digits)
        => new(_token, Form, Case, _isOrdinal, _zero, _groupSize, _separators) { MandatoryDigits = digits, OptionalDigits = OptionalDigits };

    /// <summary>Formats the integer part of a number.</summary>
    public string Format(double value)
    {
        value = Math.Floor(value);
        var magnitude = Math.Abs(value);
        var text = Form switch
        {
            IntegerForm.Decimal => FormatDecimal(magnitude),
            IntegerForm.Letters => FormatLetters(magnitude),
            IntegerForm.Roman => InCase(magnitude > RomanNumerals.Largest ? throw OutOfRange(value) : RomanNumerals.Of((int)magnitude)),
            IntegerForm.Words => InCase(NumberWords.Of(magnitude, _isOrdinal)),
            _ => throw NotSupported(),
        };
        return value < 0 ? "-" + text : text;
    }

    /// <summary>Parses a number. Returns NaN if the text is not a number of this picture.</summary>
    public double Parse(string text)
    {
        switch (Form)
        {
            case IntegerForm.Letters:
                var first = Case == LetterCase.Upper ? 'A' : 'a';
                var value = 0.0;
                for (var i = 0; i < text.Length; i++)
                {
                    value += (text[text.Length - i - 1] - first + 1) * Math.Pow(26, i);
                }

                return value;
            case IntegerForm.Roman:
                return RomanNumerals.Parse(Case == LetterCase.Upper ? text : text.ToUpperInvariant());
            case IntegerForm.Words:
                return NumberWords.Parse(text.ToLowerInvariant());
            case IntegerForm.Decimal:
                return ParseDecimal(text);
            default:
                throw NotSupported();
        }
    }

    /// <summary>Returns a regular expression for numbers of this picture.</summary>
    /// <param name="size">The number of digits; 0 or less means any number.</param>
    public string ToPattern(int size) => Form switch
    {
        IntegerForm.Letters => Case == LetterCase.Upper ? "[A-Z]+" : "[a-z]+",
        IntegerForm.Roman => Case == LetterCase.Upper ? "[MDCLXVI]+" : "[mdclxvi]+",
        IntegerForm.Words => "(?:" + string.Join('|', NumberWords.All) + "|and|[\\-, ])+",
        IntegerForm.Decimal => "[0-9]" + Occurrences(size) + (_isOrdinal ? "(?:th|st|nd|rd)" : ""),
        _ => throw NotSupported(),
    };

    private string Occurrences(int size)
    {
        if (size <= 0)
        {
            return "+";
        }

        var fewest = size - OptionalDigits;
        var braces = OptionalDigits == 0 ? size.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{fewest},{size}");

        // Braces with a negative number are not a quantifier. JavaScript matches them as text.
        return fewest < 0 ? "\\{" + braces + "\\}" : "{" + braces + "}";
    }

    private string FormatDecimal(double magnitude)
    {
        var text = magnitude < int.MaxValue ? ((int)magnitude).ToString(CultureInfo.InvariantCulture) : JavaScriptText.Of(magnitude);
        if (text.Length < MandatoryDigits)
        {
            text = text.PadLeft(MandatoryDigits <= Widest ? MandatoryDigits : throw OutOfRange(MandatoryDigits), '0');
        }

        if (_zero != '0')
        {
            text = string.Create(text.Length, (text, _zero), static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = (char)(state.text[i] + state._zero - '0');
                }
            });
        }

        if (_groupSize > 0)
        {
            text = Grouped(text);
        }
        else if (_separators.Length > 0)
        {
            for (var i = _separators.Length - 1; i >= 0; i--)
            {
                var place = text.Length - _separators[i].Position;
                text = JavaScriptText.First(text, place) + _separators[i].Separator + JavaScriptText.From(text, place);
            }
        }

        return _isOrdinal ? text + Suffix(text) : text;
    }

    private string Grouped(string text)
    {
        var groups = (text.Length - 1) / _groupSize;
        if (groups == 0)
        {
            return text;
        }

        var grouped = new StringBuilder(text.Length + (groups * _separators[0].Separator.Length));
        var start = text.Length - (groups * _groupSize);
        grouped.Append(text, 0, start);
        for (; start < text.Length; start += _groupSize)
        {
            grouped.Append(_separators[0].Separator).Append(text, start, _groupSize);
        }

        return grouped.ToString();
    }

    private static string Suffix(string text)
    {
        if (text.Length > 1 && text[^2] == '1')
        {
            return "th";
        }

        return text[^1] switch { '1' => "st", '2' => "nd", '3' => "rd", _ => "th" };
    }

    private string FormatLetters(double magnitude)
    {
        var first = Case == LetterCase.Upper ? 'A' : 'a';
        var letters = new List<char>();
        while (magnitude > 0)
        {
            letters.Add((char)(((magnitude - 1) % 26) + first));
            magnitude = Math.Floor((magnitude - 1) / 26);
        }

        letters.Reverse();
        return new string([.. letters]);
    }

    private string InCase(string text) => Case switch
    {
        LetterCase.Upper => text.ToUpperInvariant(),
        LetterCase.Lower => text.ToLowerInvariant(),
        _ => text,
    };

    private double ParseDecimal(string text)
    {
        var digits = _isOrdinal ? text[..Math.Max(0, text.Length - 2)] : text;
        if (_groupSize > 0)
        {
            digits = digits.Replace(",", "", StringComparison.Ordinal);
        }
        else
        {
            foreach (var (_, separator) in _separators)
            {
                digits = digits.Replace(separator, "", StringComparison.Ordinal);
            }
        }

        if (_zero != '0')
        {
            digits = string.Create(digits.Length, (digits, _zero), static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = (char)(state.digits[i] - state._zero + '0');
                }
            });
        }

        return JavaScriptText.ParseInteger(digits);
    }

    private JsonataException NotSupported() => new("D3130") { Value = new JsonString(_token) };

    private static JsonataException OutOfRange(double value) => new("D1001") { Value = Numbers.Of(value) };

    private static IntegerPicture Analyse(string picture)
    {
        var semicolon = picture.LastIndexOf(';');
        var primary = semicolon < 0 ? picture : picture[..semicolon];
        var isOrdinal = semicolon >= 0 && semicolon + 1 < picture.Length && picture[semicolon + 1] == 'o';
        return primary switch
        {
            "A" => new(primary, IntegerForm.Letters, LetterCase.Upper, isOrdinal),
            "a" => new(primary, IntegerForm.Letters, LetterCase.Lower, isOrdinal),
            "I" => new(primary, IntegerForm.Roman, LetterCase.Upper, isOrdinal),
            "i" => new(primary, IntegerForm.Roman, LetterCase.Lower, isOrdinal),
            "W" => new(primary, IntegerForm.Words, LetterCase.Upper, isOrdinal),
            "Ww" => new(primary, IntegerForm.Words, LetterCase.Title, isOrdinal),
            "w" => new(primary, IntegerForm.Words, LetterCase.Lower, isOrdinal),
            _ => AnalyseDigits(primary, isOrdinal),
        };
    }

    private static IntegerPicture AnalyseDigits(string primary, bool isOrdinal)
    {
        var zero = -1;
        var mandatory = 0;
        var optional = 0;
        var position = 0;
        var separators = new List<(int Position, string Separator)>();

        // From right to left, because groups are counted from the right.
        for (var at = primary.Length; at > 0;)
        {
            var length = at > 1 && char.IsSurrogatePair(primary[at - 2], primary[at - 1]) ? 2 : 1;
            at -= length;
            var group = length == 1 ? ZeroOf(primary[at]) : -1;
            if (group >= 0)
            {
                if (zero >= 0 && group != zero)
                {
                    throw new JsonataException("D3131");
                }

                zero = group;
                mandatory++;
                position++;
            }
            else if (primary[at] == '#')
            {
                optional++;
                position++;
            }
            else
            {
                separators.Add((position, primary.Substring(at, length)));
            }
        }

        if (mandatory == 0)
        {
            return new(primary, IntegerForm.Sequence, LetterCase.Lower, isOrdinal);
        }

        var isOneSeparator = separators.TrueForAll(separator => string.Equals(separator.Separator, separators[0].Separator, StringComparison.Ordinal));
        var groupSize = isOneSeparator ? DigitGrouping.RegularSize([.. separators.Select(separator => separator.Position)]) : 0;
        return new(primary, IntegerForm.Decimal, LetterCase.Lower, isOrdinal, zero, groupSize, [.. separators]) { MandatoryDigits = mandatory, OptionalDigits = optional };
    }

    private static int ZeroOf(char c)
    {
        foreach (var zero in _zeros)
        {
            if (c >= zero && c <= zero + 9)
            {
                return zero;
            }
        }

        return -1;
    }
}
