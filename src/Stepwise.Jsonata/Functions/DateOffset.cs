using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>How far a time zone is ahead of UTC.</summary>
/// <param name="Hours">The hours, rounded down.</param>
/// <param name="Minutes">The minutes, with the sign of the whole.</param>
internal readonly record struct DateOffset(int Hours, int Minutes)
{
    /// <summary>Reads a time zone such as <c>+0530</c>.</summary>
    /// <exception cref="JsonataException">D1001: it does not begin with a number.</exception>
    public static DateOffset Parse(string text)
    {
        const int Largest = 100_000_000;
        var value = JavaScriptText.ParseInteger(text);
        if (!(Math.Abs(value) < Largest))
        {
            throw new JsonataException("D1001") { Value = new JsonString(text) };
        }

        // Rounding down makes -0530 six hours and thirty minutes; JSONata has it so.
        return new((int)Math.Floor(value / 100), (int)(value % 100));
    }

    /// <summary>A moment as the clocks of the zone show it.</summary>
    /// <exception cref="JsonataException">D1001: there is no such date.</exception>
    public CivilTime MomentOf(double milliseconds)
    {
        var local = milliseconds + (((60 * Hours) + Minutes) * 60_000.0);
        return Math.Abs(local) <= CivilTime.Furthest ? new((long)local) : throw new JsonataException("D1001") { Value = Numbers.Of(milliseconds) };
    }
}
