using System.Globalization;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions on numbers, and conversions between numbers and texts.</summary>
internal static class NumberFunctions
{
    private const string RadixDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static NativeFunction[] All { get; } =
    [
        new("number", "<(nsb)-:n>", static (a, _, _) => Number(a[0]), 1),
        Unary("abs", Math.Abs),
        Unary("floor", Math.Floor),
        Unary("ceil", Math.Ceiling),
        new("round", "<n-n?:n>", static (a, _, _) => a[0] is JsonNumber number ? Numbers.Of(Rounding.Round(number.ToDouble(), ToDouble(a[1], 0))) : null, 2),
        new("power", "<n-n:n>", Power, 2),
        new("sqrt", "<n-:n>", Sqrt, 1),
        new("random", "<:n>", static (_, _, evaluation) => Numbers.Of(evaluation.Random.NextDouble()), 0),
        new("formatNumber", "<n-so?:s>", FormatNumber, 3),
        new("formatBase", "<n-n?:s>", FormatBase, 2),
        new("formatInteger", "<n-s:s>", static (a, _, _) => a[0] is JsonNumber number ? new JsonString(IntegerPicture.Of(Picture(a)).Format(number.ToDouble())) : null, 2),
        new("parseInteger", "<s-s:n>", static (a, _, _) => a[0] is JsonString text ? Numbers.Of(IntegerPicture.Of(Picture(a)).Parse(text.Value)) : null, 2),
    ];

    private static NativeFunction Unary(string name, Func<double, double> function)
        => new(name, "<n-:n>", (arguments, _, _) => arguments[0] is JsonNumber number ? Numbers.Of(function(number.ToDouble())) : null, 1);

    private static double ToDouble(JsonValue? value, double missing) => value is JsonNumber number ? number.ToDouble() : missing;

    private static string Picture(JsonValue?[] arguments) => arguments[1] is JsonString picture ? picture.Value : throw new JsonataException("T0410") { Index = 2 };

    private static JsonValue? Number(JsonValue? value) => value switch
    {
        null or JsonNumber => value,
        JsonBoolean boolean => Numbers.Of(boolean.Value ? 1 : 0),
        JsonString text when TryDecimal(text.Value, out var number) => Numbers.Of(number),
        JsonString text when TryRadix(text.Value, out var number) => Numbers.Of(number),
        _ => throw new JsonataException("D3030") { Value = value, Index = 1 },
    };

    /// <summary>Parses a number in JSON's form. Leading zeros are allowed.</summary>
    private static bool TryDecimal(string text, out double number)
    {
        number = 0;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (!SkipDigits(text, ref at))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!SkipDigits(text, ref at))
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
            {
                at++;
            }

            if (!SkipDigits(text, ref at))
            {
                return false;
            }
        }

        return at == text.Length && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    private static bool SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }

    /// <summary>Parses a hexadecimal, octal or binary number with its prefix. White space around it is allowed, except before a hexadecimal number.</summary>
    private static bool TryRadix(string text, out double number)
    {
        number = 0;
        var start = 0;
        var end = text.Length;
        while (start < end && JavaScriptText.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && JavaScriptText.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end - start < 3 || text[start] != '0')
        {
            return false;
        }

        var radix = text[start + 1] switch { 'x' or 'X' when start == 0 => 16, 'o' or 'O' => 8, 'b' or 'B' when end == text.Length => 2, _ => 0 };
        if (radix == 0)
        {
            return false;
        }

        var digits = text.AsSpan(start + 2, end - start - 2);
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (value >= radix)
            {
                return false;
            }
        }

        number = JavaScriptText.ParseRadix(digits, radix);
        return true;
    }

    private static JsonValue? Power(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonNumber number)
        {
            return null;
        }

        var result = Math.Pow(number.ToDouble(), ToDouble(arguments[1], double.NaN));
        return double.IsFinite(result) ? Numbers.Of(result) : throw new JsonataException("D3061") { Value = number, Index = 1, Exponent = arguments[1] };
    }

    private static JsonValue? Sqrt(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonNumber number)
        {
            return null;
        }

        return number.ToDouble() >= 0 ? Numbers.Of(Math.Sqrt(number.ToDouble())) : throw new JsonataException("D3060") { Value = number, Index = 1 };
    }

    private static JsonString? FormatNumber(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
        => arguments[0] is JsonNumber number ? new JsonString(NumberPicture.Of(Picture(arguments), arguments[2] as JsonObject).Format(number.ToDouble())) : null;

    private static JsonString? FormatBase(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonNumber number)
        {
            return null;
        }

        var value = Rounding.Round(number.ToDouble());
        var radix = Rounding.Round(ToDouble(arguments[1], 10));
        if (radix is < 2 or > 36)
        {
            throw new JsonataException("D3100") { Value = Numbers.Of(radix) };
        }

        return new JsonString(radix == 10 ? JavaScriptText.Of(value) : ToRadix(value, (int)radix));
    }

    /// <summary>Formats an integer in another radix. Digits beyond the precision of a double are zeros.</summary>
    private static string ToRadix(double value, int radix)
    {
        const double Exact = 9_007_199_254_740_992;
        var magnitude = Math.Abs(value);
        var digits = new List<char>();
        for (; magnitude / radix >= Exact; magnitude /= radix)
        {
            digits.Add('0');
        }

        do
        {
            var digit = magnitude % radix;
            digits.Add(RadixDigits[(int)digit]);
            magnitude = (magnitude - digit) / radix;
        }
        while (magnitude > 0);

        if (value < 0)
        {
            digits.Add('-');
        }

        digits.Reverse();
        return new string([.. digits]);
    }
}
