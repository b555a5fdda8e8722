using System.Globalization;

namespace Stepwise.Generator.Triggers;

/// <summary>One of the six fields of <c>cron(...)</c>: the values and the wildcards that it allows.</summary>
internal sealed class CronField
{
    public static readonly IReadOnlyList<CronField> All =
    [
        new("minutes", 0, 59),
        new("hours", 0, 23),
        new("day of month", 1, 31, isDayOfMonth: true),
        new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        new("day of week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], isDayOfWeek: true),
        new("year", 1970, 2199),
    ];

    private readonly string _name;
    private readonly int _minimum;
    private readonly int _maximum;
    private readonly string[] _names;
    private readonly bool _isDayOfMonth;
    private readonly bool _isDayOfWeek;

    private CronField(string name, int minimum, int maximum, string[]? names = null, bool isDayOfMonth = false, bool isDayOfWeek = false)
    {
        _name = name;
        _minimum = minimum;
        _maximum = maximum;
        _names = names ?? [];
        _isDayOfMonth = isDayOfMonth;
        _isDayOfWeek = isDayOfWeek;
    }

    /// <summary>The values that the field allows, for a message.</summary>
    private string Allowed => Numbers + (_names.Length == 0 ? "" : " or " + _names[0] + "-" + _names[_names.Length - 1]) + ", with , - * /"
        + (_isDayOfMonth ? " ? L W" : _isDayOfWeek ? " ? L #" : "");

    private string Numbers => Text(_minimum) + "-" + Text(_maximum);

    /// <summary>Returns what is wrong with the field's text, or null if it is valid.</summary>
    public string? Problem(string text)
    {
        if (text == "?" && (_isDayOfMonth || _isDayOfWeek))
        {
            return null;
        }

        var items = text.Split(',');
        foreach (var item in items)
        {
            if (!IsItem(item))
            {
                return "the field " + _name + " cannot be '" + text + "'" + (item == text ? "" : item.Length == 0 ? " because a value is missing in the list" : " because of '" + item + "'")
                    + ": it must be " + Allowed;
            }
        }

        return _isDayOfWeek && items.Length > 1 && text.IndexOf('#') >= 0
            ? "the field " + _name + " cannot be '" + text + "': a day with # must be the only value"
            : null;
    }

    private bool IsItem(string item)
    {
        if (_isDayOfMonth && (item is "L" or "LW" || IsLastMinus(item) || (item.EndsWith("W", StringComparison.Ordinal) && IsValue(item.Substring(0, item.Length - 1)))))
        {
            return true;
        }

        if (_isDayOfWeek && (item == "L" || (item.EndsWith("L", StringComparison.Ordinal) && IsValue(item.Substring(0, item.Length - 1)))))
        {
            return true;
        }

        var hash = item.IndexOf('#');
        if (hash >= 0)
        {
            return _isDayOfWeek && IsValue(item.Substring(0, hash)) && item.Substring(hash + 1) is "1" or "2" or "3" or "4" or "5";
        }

        var slash = item.IndexOf('/');
        var range = slash < 0 ? item : item.Substring(0, slash);
        if (slash >= 0 && (!IsNumber(item.Substring(slash + 1), out var step) || step < 1 || step > _maximum))
        {
            return false;
        }

        if (range == "*")
        {
            return true;
        }

        var dash = range.IndexOf('-');
        return dash < 0 ? IsValue(range) : IsValue(range.Substring(0, dash)) && IsValue(range.Substring(dash + 1));
    }

    /// <summary>Whether an item counts days back from the last day of the month, as <c>L-3</c> does.</summary>
    private static bool IsLastMinus(string item) => item.StartsWith("L-", StringComparison.Ordinal) && IsNumber(item.Substring(2), out var days) && days is >= 1 and <= 30;

    private bool IsValue(string text)
    {
        if (IsNumber(text, out var number))
        {
            return number >= _minimum && number <= _maximum;
        }

        foreach (var known in _names)
        {
            if (string.Equals(known, text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
