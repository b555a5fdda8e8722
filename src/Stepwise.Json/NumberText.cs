using System.Globalization;
using System.Text;

namespace Stepwise.Json;

/// <summary>Formats doubles as JavaScript does: with the fewest digits that give the same double, and without an exponent from 1e-6 up to 1e21.</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        var text = Shortest(value);
        var start = text[0] == '-' ? 1 : 0;
        var e = text.IndexOf('E');
        var mantissa = e < 0 ? text.Substring(start) : text.Substring(start, e - start);
        var exponent = e < 0 ? 0 : int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.');
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var digits = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var leading = 0;
        while (leading < digits.Length - 1 && digits[leading] == '0')
        {
            leading++;
        }

        digits = digits.Substring(leading);
        point -= leading;
        digits = digits.TrimEnd('0');
        if (digits.Length == 0)
        {
            return "0";
        }

        var result = new StringBuilder();
        if (start == 1)
        {
            result.Append('-');
        }

        if (point is > 21 or < -5)
        {
            result.Append(digits[0]);
            if (digits.Length > 1)
            {
                result.Append('.').Append(digits, 1, digits.Length - 1);
            }

            result.Append('e').Append(point > 0 ? "+" : "-").Append(Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture));
        }
        else if (point <= 0)
        {
            result.Append("0.").Append('0', -point).Append(digits);
        }
        else if (point >= digits.Length)
        {
            result.Append(digits).Append('0', point - digits.Length);
        }
        else
        {
            result.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }

        return result.ToString();
    }

    private static string Shortest(double value)
    {
#if NET8_0_OR_GREATER
        return value.ToString("R", CultureInfo.InvariantCulture);
#else
        // On the .NET Framework, which may host the compiler, "R" is neither always the shortest form nor always exact.
        var precision = Math.Abs(value) < 1e-300 ? 1 : 15;
        while (precision < 17)
        {
            var text = value.ToString("G" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value)
            {
                return text;
            }

            precision++;
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
#endif
    }
}
