using System.Text;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Numbers in Roman numerals.</summary>
internal static class RomanNumerals
{
    /// <summary>The greatest number. A larger numeral would be too long to read, and JSONata fails on it as well.</summary>
    public const double Largest = 10_000_000;

    private static readonly (int Value, string Numeral)[] _numerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>Formats a number in lower case. The numeral of 0 is empty.</summary>
    public static string Of(int value)
    {
        var text = new StringBuilder();
        foreach (var (step, numeral) in _numerals)
        {
            for (; value >= step; value -= step)
            {
                text.Append(numeral);
            }
        }

        return text.ToString();
    }

    /// <summary>Parses a numeral in upper case. Returns NaN if a letter is not a Roman digit.</summary>
    public static double Parse(string roman)
    {
        var sum = 0.0;
        var largest = 1;
        for (var i = roman.Length - 1; i >= 0; i--)
        {
            var value = roman[i] switch { 'M' => 1000, 'D' => 500, 'C' => 100, 'L' => 50, 'X' => 10, 'V' => 5, 'I' => 1, _ => 0 };
            if (value == 0)
            {
                return double.NaN;
            }

            if (value < largest)
            {
                sum -= value;
            }
            else
            {
                largest = value;
                sum += value;
            }
        }

        return sum;
    }
}
