using System.Text;
using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Parses dates and times with one picture.</summary>
internal sealed class DateReader
{
    // The components that are used together: one bit for each of YXMxWwdD and PHhmsf.
    private const int YearMonthDay = 0b10100001;
    private const int YearDay = 0b10000010;
    private const int YearMonthWeekDay = 0b01010100;
    private const int YearWeekDay = 0b01001000;
    private const int Hours24 = 0b010111;
    private const int Hours12 = 0b101111;

    private readonly JsonataPattern _pattern;
    private readonly Func<string, double>?[] _parsers;
    private readonly char[] _components;

    public DateReader(IReadOnlyList<DatePart> parts)
    {
        var pattern = new StringBuilder("\\A");
        _parsers = new Func<string, double>?[parts.Count];
        _components = new char[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            pattern.Append('(').Append(PatternOf(parts[i], out _parsers[i])).Append(')');
            _components[i] = parts[i].Component;
        }

        _pattern = JsonataPattern.OfDotNet(pattern.Append("\\z").ToString(), RegexOptions.IgnoreCase, parts.Count);
    }

    /// <summary>Parses a text and returns milliseconds since 1970. Returns null if the text does not match the picture or the picture has no components, and NaN if there is no such date.</summary>
    public double? Read(string text, Evaluation evaluation)
    {
        var match = _pattern.Match(text, 0, evaluation);
        if (!match.Success)
        {
            return null;
        }

        var values = new Values();
        var isEmpty = true;
        for (var i = 0; i < _parsers.Length; i++)
        {
            if (_parsers[i] is { } parser)
            {
                isEmpty = false;
                values[_components[i]] = parser(match.Groups[i + 1].Value);
            }
        }

        return isEmpty ? null : ToMilliseconds(values, evaluation);
    }

    private static double ToMilliseconds(Values values, Evaluation evaluation)
    {
        // As in JSONata, a component that is 0 counts as missing.
        var dateMask = Mask(values, "YXMxWwdD");
        var timeMask = Mask(values, "PHhmsf");
        var isYearDay = !Fits(dateMask, YearMonthDay) && Fits(dateMask, YearDay);
        var isYearMonthWeekDay = Fits(dateMask, YearMonthWeekDay);
        var isYearWeekDay = !isYearMonthWeekDay && Fits(dateMask, YearWeekDay);
        var is12Hours = !Fits(timeMask, Hours24) && Fits(timeMask, Hours12);

        // Components larger than the largest given one come from the current time. Components smaller than the smallest given one get their least value. A gap between given ones is an error.
        var isStarted = false;
        var isEnded = false;
        var now = default(CivilTime?);
        foreach (var component in (isYearDay ? "YD" : isYearMonthWeekDay ? "XxwF" : isYearWeekDay ? "XWF" : "YMD") + (is12Hours ? "Phmsf" : "Hmsf"))
        {
            if (values[component] is not null)
            {
                if (isEnded)
                {
                    throw new JsonataException("D3136");
                }

                isStarted = true;
            }
            else if (isStarted)
            {
                values[component] = component is 'M' or 'D' or 'd' ? 1 : 0;
                isEnded = true;
            }
            else
            {
                // The half of the day never comes from the current time.
                values[component] = component == 'P' ? 0 : DatePicture.Fragment(now ??= new(evaluation.Now.ToUnixTimeMilliseconds()), component);
            }
        }

        var month = values['M'] > 0 ? values['M']!.Value - 1 : 0;
        var day = values['D'] ?? 0;
        if (isYearDay)
        {
            var derived = CivilTime.Utc(values['Y'] ?? double.NaN, 0, 1, 0, 0, 0, 0) + ((values['d']!.Value - 1) * CivilTime.MillisecondsOfDay);
            if (!(Math.Abs(derived) <= CivilTime.Furthest))
            {
                return double.NaN;
            }

            var date = new CivilTime((long)derived);
            month = date.Month - 1;
            day = date.Day;
        }

        if (isYearMonthWeekDay || isYearWeekDay)
        {
            // JSONata 2.0.6 does not parse weeks.
            throw new JsonataException("D3136");
        }

        var hour = values['H'] ?? 0;
        if (is12Hours)
        {
            hour = (values['h'] == 12 ? 0 : values['h'] ?? double.NaN) + (values['P'] == 1 ? 12 : 0);
        }

        var milliseconds = CivilTime.Utc(values['Y'] ?? double.NaN, month, day, hour, values['m'] ?? 0, values['s'] ?? 0, values['f'] ?? 0);
        var offset = values['Z'] is { } zone and not 0 && !double.IsNaN(zone) ? zone : values['z'] is { } other && !double.IsNaN(other) ? other : 0;
        return milliseconds - (offset * 60_000);
    }

    private static int Mask(Values values, string components)
    {
        var mask = 0;
        foreach (var component in components)
        {
            mask = (mask << 1) | (values[component] is { } value && value != 0 && !double.IsNaN(value) ? 1 : 0);
        }

        return mask;
    }

    private static bool Fits(int mask, int components) => (~components & mask) == 0 && (components & mask) != 0;

    private static string PatternOf(DatePart part, out Func<string, double>? parser)
    {
        parser = null;
        if (part.Literal is { } literal)
        {
            return Regex.Escape(literal).Replace("]", "\\]", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);
        }

        if (part.Component is 'Z' or 'z')
        {
            var prefix = part.Component == 'z' ? "GMT" : "";
            var separator = part.Integer!.RegularSeparator;
            parser = text => ZoneMinutes(text[prefix.Length..], separator);

            // The separator is escaped, so that one with a meaning in patterns matches itself.
            return prefix + "[-+][0-9]+" + (separator is null ? "" : Regex.Escape(separator) + "[0-9]+");
        }

        if (part.Integer is { } integer)
        {
            parser = integer.Parse;
            return integer.ToPattern(part.Digits);
        }

        var names = new Dictionary<string, double>(StringComparer.Ordinal);
        switch (part.Component)
        {
            case 'M' or 'x' or 'F':
                foreach (var (name, value) in DatePicture.Names(part.Component))
                {
                    names[part.LongestName is > 0 and var longest && longest < name.Length ? name[..longest] : name] = value;
                }

                break;
            case 'P':
                names = new(StringComparer.Ordinal) { ["am"] = 0, ["AM"] = 0, ["pm"] = 1, ["PM"] = 1 };
                break;
            default:
                throw new JsonataException("D3133") { Value = new JsonString(part.Component.ToString()) };
        }

        parser = text => names.TryGetValue(text, out var value) ? value : Values.Unknown;
        return "[a-zA-Z]+";
    }

    private static double ZoneMinutes(string text, string? separator)
    {
        if (separator is not null)
        {
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            return (JavaScriptText.ParseInteger(JavaScriptText.First(text, at)) * 60) + JavaScriptText.ParseInteger(text.AsSpan(at + 1));
        }

        // The first two digits are hours, the others minutes.
        return text.Length <= 3 ? JavaScriptText.ParseInteger(text) * 60 : (JavaScriptText.ParseInteger(text.AsSpan(0, 3)) * 60) + JavaScriptText.ParseInteger(text.AsSpan(3));
    }

    /// <summary>The values of components, by their letters.</summary>
    private sealed class Values
    {
        /// <summary>The value of a name that does not exist. The component counts as missing.</summary>
        public const double Unknown = double.NegativeInfinity;

        private readonly double?[] _values = new double?[128];

        public double? this[char component]
        {
            get => component < _values.Length ? _values[component] : null;
            set => _values[component] = value == Unknown ? null : value;
        }
    }
}
