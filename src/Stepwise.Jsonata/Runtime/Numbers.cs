using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Creates numbers. Small integers are cached.</summary>
internal static class Numbers
{
    private const int Lowest = -128;
    private const int Highest = 1023;
    private static readonly JsonNumber[] _small = MakeSmall();

    /// <summary>Returns the value of a double: a <see cref="NonFinite"/> if it is infinite or NaN, otherwise a <see cref="JsonNumber"/>.</summary>
    public static JsonValue Of(double value)
    {
        var integer = (int)value;
        if (integer == value && integer is >= Lowest and <= Highest)
        {
            return _small[integer - Lowest];
        }

        return double.IsFinite(value) ? new JsonNumber(value) : NonFinite.Of(value);
    }

    /// <summary>Returns the value of an integer.</summary>
    public static JsonNumber Of(int value) => value is >= Lowest and <= Highest ? _small[value - Lowest] : new JsonNumber((long)value);

    /// <summary>Returns the value of an integer.</summary>
    public static JsonNumber Of(long value) => value is >= Lowest and <= Highest ? _small[(int)value - Lowest] : new JsonNumber(value);

    /// <summary>Fills an array with consecutive integers.</summary>
    public static void Fill(JsonValue[] items, double first, Evaluation evaluation)
    {
        var count = 0;
        if (first is >= Lowest and <= Highest)
        {
            count = Math.Min(items.Length, Highest - (int)first + 1);
            Array.Copy(_small, (int)first - Lowest, items, 0, count);
        }

        // Writing to a span avoids the array's type check for each item.
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
