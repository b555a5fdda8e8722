using System.Globalization;
using System.Numerics;
using Stepwise.Json;

namespace Stepwise.Jsonata.Functions;

/// <summary>JavaScript's functions on texts and numbers that differ from those of .NET.</summary>
internal static class JavaScriptText
{
    /// <summary>Formats a number as the shortest text that parses to the same number.</summary>
    public static string Of(double value)
        => double.IsFinite(value) ? NumberText.Of(value) : double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    /// <summary><c>substr(start)</c>: a negative start counts from the end.</summary>
    public static string From(string text, int start) => start < 0 ? text[Math.Max(0, text.Length + start)..] : start >= text.Length ? "" : text[start..];

    /// <summary><c>substr(0, length)</c>: with a negative length, the result is empty.</summary>
    public static string First(string text, int length) => length <= 0 ? "" : length >= text.Length ? text : text[..length];

    /// <summary><c>substring(start, end)</c>: both indexes are clamped to the text, and swapped if the start is after the end.</summary>
    public static string Between(string text, int start, int end)
    {
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, 0, text.Length);
        return start <= end ? text[start..end] : text[end..start];
    }

    /// <summary><c>parseInt(text)</c>: the integer at the beginning of the text, or NaN. With <paramref name="readsHex"/>, <c>0x</c> begins a hexadecimal integer.</summary>
    public static double ParseInteger(ReadOnlySpan<char> text, bool readsHex = true)
    {
        while (!text.IsEmpty && IsWhiteSpace(text[0]))
        {
            text = text[1..];
        }

        var isNegative = !text.IsEmpty && text[0] == '-';
        if (!text.IsEmpty && text[0] is '-' or '+')
        {
            text = text[1..];
        }

        double value;
        if (readsHex && text.Length >= 2 && text[0] == '0' && text[1] is 'x' or 'X')
        {
            text = text[2..];
            var count = 0;
            while (count < text.Length && char.IsAsciiHexDigit(text[count]))
            {
                count++;
            }

            value = count == 0 ? double.NaN : ParseRadix(text[..count], 16);
        }
        else
        {
            var count = 0;
            while (count < text.Length && char.IsAsciiDigit(text[count]))
            {
                count++;
            }

            value = count == 0 ? double.NaN : double.Parse(text[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return isNegative ? -value : value;
    }

    /// <summary>Parses digits of a radix up to 16. The result is rounded only once.</summary>
    public static double ParseRadix(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.Length <= 12)
        {
            var small = 0L;
            foreach (var digit in digits)
            {
                small = (small * radix) + Digit(digit);
            }

            return small;
        }

        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            // A number with more digits than the largest double is infinite.
            if (value.GetBitLength() > 1100)
            {
                return double.PositiveInfinity;
            }

            value = (value * radix) + Digit(digit);
        }

        return double.Parse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether <c>\s</c> matches the character and <c>Number()</c> trims it.</summary>
    public static bool IsWhiteSpace(char c)
        => c is ' ' or (>= '\t' and <= '\r') or '\u00a0' or '\u1680' or (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' or '\ufeff';

    /// <summary>Whether the text has no surrogates, so that indexes of UTF-16 units and of code points are the same.</summary>
    public static bool IsWithoutSurrogates(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\ud800', '\udfff');

    /// <summary>Returns the number of code points. A lone surrogate counts as one.</summary>
    public static int CountCodePoints(string text)
    {
        var count = text.Length;
        if (IsWithoutSurrogates(text))
        {
            return count;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>Converts an index of code points to an index of UTF-16 units.</summary>
    public static int PlaceOf(string text, int codePoint)
    {
        if (IsWithoutSurrogates(text))
        {
            return codePoint;
        }

        var place = 0;
        for (; codePoint > 0 && place < text.Length; codePoint--)
        {
            place += place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]) ? 2 : 1;
        }

        return place;
    }

    private static int Digit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
