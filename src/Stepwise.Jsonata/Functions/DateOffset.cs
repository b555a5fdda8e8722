using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>The offset of a time zone from UTC.</summary>
/// <param name="Hours">The hours, rounded down.</param>
/// <param name="Minutes">The minutes, with the sign of the offset.</param>
internal readonly record struct DateOffset(int Hours, int Minutes)
{
    /// <summary>Parses a time zone such as <c>+0530</c>.</summary>
    /// <exception cref="JsonataException">D1001: the text does not begin with a number.</exception>
    public static DateOffset Parse(string text)
    {
        const int Largest = 100_000_000;
        var value = JavaScriptText.ParseInteger(text);
        if (!(Math.Abs(value) < Largest))
        {
            throw new JsonataException("D1001") { Value = new JsonString(text) };
        }

        // As in JSONata, rounding down makes -0530 an offset of -6 hours and -30 minutes.
        return new((int)Math.Floor(value / 100), (int)(value % 100));
    }

    /// <summary>Returns the local time of the zone.</summary>
    /// <exception cref="JsonataException">D1001: the date is out of range.</exception>
    public CivilTime MomentOf(double milliseconds)
    {
        var local = milliseconds + (((60 * Hours) + Minutes) * 60_000.0);
        return Math.Abs(local) <= CivilTime.Furthest ? new((long)local) : throw new JsonataException("D1001") { Value = Numbers.Of(milliseconds) };
    }
}
