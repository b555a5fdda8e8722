namespace Stepwise.Jsonata.Functions;

/// <summary>A date and time in UTC. The range is that of JavaScript's dates, which is wider than that of <see cref="DateTime"/>.</summary>
internal readonly struct CivilTime
{
    public const long MillisecondsOfDay = 86_400_000;

    /// <summary>The greatest distance from 1970, in milliseconds, that a date may have.</summary>
    public const double Furthest = 8.64e15;

    private readonly long _milliseconds;

    /// <summary>Creates the date and time of a number of milliseconds.</summary>
    /// <param name="milliseconds">Milliseconds since 1970, within <see cref="Furthest"/>.</param>
    public CivilTime(long milliseconds)
    {
        _milliseconds = milliseconds;
        var days = FloorDivide(milliseconds, MillisecondsOfDay);
        var time = (int)(milliseconds - (days * MillisecondsOfDay));
        Weekday = (int)((((days + 3) % 7) + 7) % 7) + 1;
        Hour = time / 3_600_000;
        Minute = time / 60_000 % 60;
        Second = time / 1000 % 60;
        Millisecond = time % 1000;

        // In this calculation years begin in March, so that the leap day is the last day of its year. Every 400 years have the same number of days.
        var shifted = days + 719_468;
        var era = FloorDivide(shifted, 146_097);
        var dayOfEra = (int)(shifted - (era * 146_097));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * dayOfYear) + 2) / 153;
        Day = dayOfYear - (((153 * month) + 2) / 5) + 1;
        Month = month < 10 ? month + 3 : month - 9;
        Year = (int)(yearOfEra + (era * 400)) + (Month <= 2 ? 1 : 0);
    }

    public int Year { get; }

    /// <summary>The month, from 1 to 12.</summary>
    public int Month { get; }

    public int Day { get; }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Millisecond { get; }

    /// <summary>The day of the week, from 1 (Monday) to 7 (Sunday).</summary>
    public int Weekday { get; }

    public int DayOfYear => (int)((Start(Year, Month, Day) - Start(Year, 1)) / MillisecondsOfDay) + 1;

    /// <summary>The week of the year as in ISO 8601: the first week is the one with the first Thursday.</summary>
    public int WeekOfYear => Week(FirstWeek(Year, 1), 52, FirstWeek(Year + 1, 1), FirstWeek(Year - 1, 1));

    /// <summary>The week of the month: the first week is the one with the month's first Thursday.</summary>
    public int WeekOfMonth
    {
        get
        {
            var next = Month == 12 ? FirstWeek(Year + 1, 1) : FirstWeek(Year, Month + 1);
            var previous = Month == 1 ? FirstWeek(Year - 1, 12) : FirstWeek(Year, Month - 1);
            return Week(FirstWeek(Year, Month), 4, next, previous);
        }
    }

    /// <summary>The year to which the week belongs.</summary>
    public int YearOfWeek => _milliseconds < FirstWeek(Year, 1) ? Year - 1 : _milliseconds >= FirstWeek(Year + 1, 1) ? Year + 1 : Year;

    /// <summary>The month to which the week belongs.</summary>
    public int MonthOfWeek
    {
        get
        {
            if (_milliseconds < FirstWeek(Year, Month))
            {
                return Month == 1 ? 12 : Month - 1;
            }

            return _milliseconds < (Month == 12 ? FirstWeek(Year + 1, 1) : FirstWeek(Year, Month + 1)) ? Month : Month == 12 ? 1 : Month + 1;
        }
    }

    /// <summary>
    /// Returns the milliseconds since 1970 of a date and time. A part that is out of its range carries over into the next larger part.
    /// As in <c>Date.UTC</c>, months count from 0, and years from 0 to 99 are in the twentieth century. The result is NaN outside the range of dates.
    /// </summary>
    public static double Utc(double year, double month, double day, double hour, double minute, double second, double millisecond)
    {
        const double Largest = 1e8;
        if (!(Math.Abs(year) < Largest && Math.Abs(month) < Largest && double.IsFinite(day)))
        {
            return double.NaN;
        }

        year = Math.Truncate(year);
        if (year is >= 0 and <= 99)
        {
            year += 1900;
        }

        month = Math.Truncate(month);
        var wholeYear = (long)(year + Math.Floor(month / 12));
        var wholeMonth = (int)(month - (Math.Floor(month / 12) * 12)) + 1;
        var days = DaysTo(wholeYear, wholeMonth) + Math.Truncate(day) - 1;
        var time = (Math.Truncate(hour) * 3_600_000) + (Math.Truncate(minute) * 60_000) + (Math.Truncate(second) * 1000) + Math.Truncate(millisecond);
        var milliseconds = (days * MillisecondsOfDay) + time;
        return Math.Abs(milliseconds) <= Furthest ? milliseconds + 0.0 : double.NaN;
    }

    /// <summary>Returns the milliseconds since 1970 of a date. Months count from 1.</summary>
    public static long Of(int year, int month, int day) => (DaysTo(year, month) + day - 1) * MillisecondsOfDay;

    /// <summary>The same, but years from 0 to 99 are in the twentieth century: JSONata counts weeks and days of years so.</summary>
    private static long Start(int year, int month, int day = 1) => Of(year is >= 0 and <= 99 ? year + 1900 : year, month, day);

    private static long FirstWeek(int year, int month)
    {
        var first = Start(year, month);
        var weekday = new CivilTime(first).Weekday;
        return weekday > 4 ? first + ((8 - weekday) * MillisecondsOfDay) : first - ((weekday - 1) * MillisecondsOfDay);
    }

    private int Week(long firstWeek, int fewest, long next, long previous)
    {
        const double MillisecondsOfWeek = 7 * MillisecondsOfDay;
        var today = Start(Year, Month, Day);
        var week = ((today - firstWeek) / MillisecondsOfWeek) + 1;
        if (week > fewest && today >= next)
        {
            week = 1;
        }
        else if (week < 1)
        {
            week = ((today - previous) / MillisecondsOfWeek) + 1;
        }

        return (int)Math.Floor(week);
    }

    /// <summary>Returns the number of days from 1970 to the first day of a month.</summary>
    private static long DaysTo(long year, int month)
    {
        if (month <= 2)
        {
            year--;
        }

        var era = FloorDivide(year, 400);
        var yearOfEra = year - (era * 400);
        var dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    private static long FloorDivide(long value, long divisor) => value >= 0 ? value / divisor : ((value + 1) / divisor) - 1;
}
