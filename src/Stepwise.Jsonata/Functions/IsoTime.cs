namespace Stepwise.Jsonata.Functions;

/// <summary>Formats and parses ISO 8601 times, for <c>$toMillis</c> and <c>$fromMillis</c> without a picture.</summary>
internal static class IsoTime
{
    /// <summary>Formats a time in UTC, such as <c>2017-11-07T15:07:54.972Z</c>.</summary>
    /// <param name="milliseconds">Milliseconds since 1970.</param>
    /// <param name="text">The text; null for years before 0 and after 9999, which need a picture.</param>
    public static bool TryFormat(double milliseconds, out string? text)
    {
        text = null;
        if (!(Math.Abs(milliseconds) <= CivilTime.Furthest))
        {
            return false;
        }

        var time = new CivilTime((long)milliseconds);
        if (time.Year is < 0 or > 9999)
        {
            return false;
        }

        text = string.Create(24, time, static (span, time) =>
        {
            "0000-00-00T00:00:00.000Z".CopyTo(span);
            Write(span, 0, 4, time.Year);
            Write(span, 5, 2, time.Month);
            Write(span, 8, 2, time.Day);
            Write(span, 11, 2, time.Hour);
            Write(span, 14, 2, time.Minute);
            Write(span, 17, 2, time.Second);
            Write(span, 20, 3, time.Millisecond);
        });
        return true;
    }

    /// <summary>
    /// Parses a date, or a date and a time: <c>2017</c>, <c>2017-11</c>, <c>2017-11-07</c>, each with <c>T15:07:54</c>, a fraction and a zone (<c>Z</c>, <c>+01:00</c>, <c>+0100</c>) or without.
    /// Without a zone, the time is in UTC. As in JavaScript, a day up to the 31st that the month does not have carries over into the next month.
    /// </summary>
    /// <returns>The milliseconds since 1970; null if the text has none of these forms or there is no such time.</returns>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        var at = 0;
        if (!Read(text, ref at, 4, out var year))
        {
            return null;
        }

        var month = 1;
        var day = 1;
        if (Skip(text, ref at, '-'))
        {
            if (!Read(text, ref at, 2, out month) || month is < 1 or > 12)
            {
                return null;
            }

            if (Skip(text, ref at, '-') && (!Read(text, ref at, 2, out day) || day is < 1 or > 31))
            {
                return null;
            }
        }

        int hour = 0, minute = 0, second = 0, millisecond = 0;
        var hasTime = Skip(text, ref at, 'T');
        if (hasTime)
        {
            if (!(Read(text, ref at, 2, out hour) && Skip(text, ref at, ':') && Read(text, ref at, 2, out minute) && Skip(text, ref at, ':') && Read(text, ref at, 2, out second)
                && minute < 60 && second < 60))
            {
                return null;
            }

            if (Skip(text, ref at, '.') && !ReadFraction(text, ref at, out millisecond))
            {
                return null;
            }

            if (hour > 24 || (hour == 24 && (minute | second | millisecond) != 0))
            {
                return null;
            }
        }

        var offset = 0;
        if (at < text.Length && !Skip(text, ref at, 'Z'))
        {
            var sign = text[at] == '+' ? 1 : text[at] == '-' ? -1 : 0;
            at++;
            if (sign == 0 || !hasTime || !Read(text, ref at, 2, out var hours) || (Skip(text, ref at, ':') && at == text.Length) || !Read(text, ref at, 2, out var minutes) || hours > 23 || minutes > 59)
            {
                return null;
            }

            offset = sign * ((hours * 60) + minutes);
        }

        if (at < text.Length)
        {
            return null;
        }

        return CivilTime.Of(year, month, day) + (((((hour * 60L) + minute - offset) * 60) + second) * 1000) + millisecond;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int at, char expected)
    {
        if (at < text.Length && text[at] == expected)
        {
            at++;
            return true;
        }

        return false;
    }

    private static bool Read(ReadOnlySpan<char> text, ref int at, int count, out int value)
    {
        value = 0;
        if (text.Length - at < count)
        {
            return false;
        }

        for (var end = at + count; at < end; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                return false;
            }

            value = (value * 10) + (text[at] - '0');
        }

        return true;
    }

    /// <summary>Parses a fraction of any length. Only its first three digits count.</summary>
    private static bool ReadFraction(ReadOnlySpan<char> text, ref int at, out int millisecond)
    {
        millisecond = 0;
        var count = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++, count++)
        {
            if (count < 3)
            {
                millisecond = (millisecond * 10) + (text[at] - '0');
            }
        }

        millisecond *= count switch { 1 => 100, 2 => 10, _ => 1 };
        return count > 0;
    }

    private static void Write(Span<char> span, int at, int count, int value)
    {
        for (var i = at + count - 1; i >= at; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            span[i] = (char)('0' + digit);
        }
    }
}
