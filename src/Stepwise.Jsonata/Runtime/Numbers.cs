using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Makes numbers; small integers are made once.</summary>
internal static class Numbers
{
    private const int Lowest = -128;
    private const int Highest = 1023;
    private static readonly JsonNumber[] _small = MakeSmall();

    /// <summary>The value of a double, which is a <see cref="JsonNumber"/> unless the double is infinite or not a number.</summary>
    public static JsonValue Of(double value)
    {
        var integer = (int)value;
        if (integer == value && integer is >= Lowest and <= Highest)
        {
            return _small[integer - Lowest];
        }

        return double.IsFinite(value) ? new JsonNumber(value) : NonFinite.Of(value);
    }

    /// <summary>The value of an integer.</summary>
    public static JsonNumber Of(int value) => value is >= Lowest and <= Highest ? _small[value - Lowest] : new JsonNumber((long)value);

    /// <summary>The value of an integer.</summary>
    public static JsonNumber Of(long value) => value is >= Lowest and <= Highest ? _small[(int)value - Lowest] : new JsonNumber(value);

    /// <summary>Fills an array with integers that follow each other.</summary>
    public static void Fill(JsonValue[] items, double first, Evaluation evaluation)
    {
        var count = 0;
        if (first is >= Lowest and <= Highest)
        {
            count = Math.Min(items.Length, Highest - (int)first + 1);
            Array.Copy(_small, (int)first - Lowest, items, 0, count);
        }

        // A span is not asked for each item whether it takes it.
        var rest = items.AsSpan();
        for (var i = count; i < rest.Length; i++)
        {
            evaluation.Step();
            rest[i] = Of(first + i);
        }
    }

    private static JsonNumber[] MakeSmall()
    {
        var small = new JsonNumber[Highest - Lowest + 1];
        for (var i = 0; i < small.Length; i++)
        {
            small[i] = new JsonNumber((long)(i + Lowest));
        }

        return small;
    }
}
