using System.Globalization;

namespace Stepwise.Jsonata.Functions;

/// <summary>Rounds numbers as <c>$round</c> does: halves to the even neighbor.</summary>
internal static class Rounding
{
    /// <summary>Rounds to an integer.</summary>
    public static double Round(double value)
    {
        if (!double.IsFinite(value))
        {
            return value;
        }

        var rounded = Math.Floor(value);
        if (value - rounded >= 0.5)
        {
            rounded++;
        }

        if (Math.Abs(rounded - value) == 0.5 && Math.Abs(rounded % 2) == 1)
        {
            rounded--;
        }

        // JSON values have no negative zero.
        return rounded + 0.0;
    }

    /// <summary>Rounds to a number of decimal places. A negative number of places rounds to tens, hundreds and so on. The decimal point is moved in the text of the number, which is exact.</summary>
    public static double Round(double value, double precision)
    {
        if (precision == 0)
        {
            return Round(value);
        }

        const double LargestInFull = 1e21;
        const double Furthest = 1_000_000;
        if (precision != Math.Floor(precision) || !double.IsFinite(value) || Math.Abs(precision) >= LargestInFull)
        {
            return double.NaN;
        }

        if (Math.Abs(precision) > Furthest)
        {
            return precision < 0 || value == 0 ? 0 : double.NaN;
        }

        return Shift(Round(Shift(value, (int)precision)), -(int)precision) + 0.0;
    }

    private static double Shift(double value, int places)
    {
        if (!double.IsFinite(value))
        {
            return double.NaN;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{(e < 0 ? text : text.AsSpan(0, e))}E{exponent + places}"), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
