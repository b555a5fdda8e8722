using System.Globalization;
using System.Text;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>A picture string for dates and times, such as <c>[Y0001]-[M01]-[D01]</c>: that of XPath's fn:format-dateTime, with JSONata's additions.</summary>
internal sealed class DatePicture
{
    private static readonly string[] _days = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] _months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly PictureCache<DatePicture> _cache = new(Analyse);

    private readonly DatePart[] _parts;
    private readonly Lazy<DateReader> _reader;

    private DatePicture(DatePart[] parts)
    {
        _parts = parts;

        // A picture that cannot parse dates is an error only if it is used to parse.
        _reader = new(() => new DateReader(parts), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Parses dates with this picture.</summary>
    public DateReader Reader => _reader.Value;

    public static DatePicture Of(string picture) => _cache.Get(picture);

    /// <summary>The names of months or of days, by number.</summary>
    public static IEnumerable<(string Name, int Value)> Names(char component)
        => component == 'F' ? _days.Skip(1).Select((name, index) => (name, index + 1)) : _months.Select((name, index) => (name, index + 1));

    /// <summary>Returns a component of a time as a number. For the half of the day it is 1 in the afternoon, otherwise 0.</summary>
    public static int Fragment(CivilTime time, char component) => component switch
    {
        'Y' => time.Year,
        'M' => time.Month,
        'D' => time.Day,
        'd' => time.DayOfYear,
        'F' => time.Weekday,
        'W' => time.WeekOfYear,
        'w' => time.WeekOfMonth,
        'X' => time.YearOfWeek,
        'x' => time.MonthOfWeek,
        'H' => time.Hour,
        'h' => time.Hour % 12 == 0 ? 12 : time.Hour % 12,
        'P' => time.Hour >= 12 ? 1 : 0,
        'm' => time.Minute,
        's' => time.Second,
        'f' => time.Millisecond,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "No component has this letter."),
    };

    /// <summary>Formats a time.</summary>
    /// <param name="milliseconds">Milliseconds since 1970.</param>
    /// <param name="zone">The offset of the time zone.</param>
    public string Format(double milliseconds, DateOffset zone)
    {
        var local = zone.MomentOf(milliseconds);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Literal is { } literal)
            {
                text.Append(literal);
            }
            else
            {
                Append(text, part, local, zone);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, DatePart part, CivilTime local, DateOffset zone)
    {
        switch (part.Component)
        {
            case 'Y' or 'M' or 'D' or 'd' or 'F' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'm' or 's' or 'f':
                var value = Fragment(local, part.Component);
                if (part.Names is { } names)
                {
                    AppendName(text, part, value, names);
                    break;
                }

                if (part is { Component: 'Y', Digits: not -1 and < 10 })
                {
                    value %= (int)Math.Pow(10, part.Digits);
                }

                text.Append(part.Integer!.Format(value));
                break;
            case 'P':
                text.Append((local.Hour >= 12, part.Names == LetterCase.Upper) switch { (true, true) => "PM", (true, false) => "pm", (false, true) => "AM", (false, false) => "am" });
                break;
            case 'Z' or 'z':
                AppendZone(text, part, zone);
                break;
            case 'C' or 'E':
                text.Append("ISO");
                break;
            default:
                // JSONata does not have this component, but reports it only if its letter is alone in the brackets.
                text.Append("undefined");
                break;
        }
    }

    private static void AppendName(StringBuilder text, DatePart part, int value, LetterCase names)
    {
        var name = part.Component switch
        {
            'M' or 'x' => _months[value - 1],
            'F' => _days[value],
            _ => throw new JsonataException("D3133") { Value = new JsonString(part.Component.ToString()) },
        };
        name = names switch { LetterCase.Upper => name.ToUpperInvariant(), LetterCase.Lower => name.ToLowerInvariant(), _ => name };
        text.Append(name, 0, Math.Min(name.Length, Math.Max(0, part.LongestName ?? name.Length)));
    }

    private static void AppendZone(StringBuilder text, DatePart part, DateOffset zone)
    {
        var offset = (zone.Hours * 100) + zone.Minutes;
        if (offset == 0 && part.IsTraditional)
        {
            text.Append('Z');
            return;
        }

        var picture = part.Integer!;
        string shown;
        if (picture.RegularSeparator is not null)
        {
            shown = picture.Format(offset);
        }
        else
        {
            switch (picture.MandatoryDigits)
            {
                case 1 or 2:
                    shown = picture.Format(zone.Hours);
                    if (zone.Minutes != 0)
                    {
                        shown += ":" + IntegerPicture.Of("00").Format(zone.Minutes);
                    }

                    break;
                case 3 or 4:
                    shown = picture.Format(offset);
                    break;
                default:
                    throw new JsonataException("D3134") { Value = picture.MandatoryDigits == 0 ? null : Numbers.Of(picture.MandatoryDigits) };
            }
        }

        text.Append(part.Component == 'z' ? "GMT" : "").Append(offset >= 0 ? "+" : "").Append(shown);
    }

    private static DatePicture Analyse(string picture)
    {
        var parts = new List<DatePart>();
        var start = 0;
        var at = 0;
        while (at < picture.Length)
        {
            if (picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(parts, picture[start..at]);
            if (at + 1 < picture.Length && picture[at + 1] == '[')
            {
                parts.Add(new() { Literal = "[" });
                at += 2;
            }
            else
            {
                var end = picture.IndexOf(']', at);
                if (end < 0)
                {
                    throw new JsonataException("D3135");
                }

                parts.Add(Component(string.Concat(picture[(at + 1)..end].Where(c => !JavaScriptText.IsWhiteSpace(c)))));
                at = end + 1;
            }

            start = at;
        }

        AddLiteral(parts, picture[start..at]);
        return new([.. parts]);
    }

    private static void AddLiteral(List<DatePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new() { Literal = text.Replace("]]", "]", StringComparison.Ordinal) });
        }
    }

    private static DatePart Component(string marker)
    {
        var component = marker.Length == 0 ? '\0' : marker[0];
        var comma = marker.LastIndexOf(',');
        var (narrowest, widest) = comma < 0 ? (null, null) : Widths(marker[(comma + 1)..]);

        // If a comma is in the place of the component, there is no modifier.
        var modifier = comma < 0 ? marker[Math.Min(1, marker.Length)..] : JavaScriptText.Between(marker, 1, comma);
        var presentation = modifier;
        var second = '\0';
        if (modifier.Length == 0)
        {
            presentation = Default(component) ?? throw new JsonataException("D3132") { Value = new JsonString(marker.Length == 0 ? "" : component.ToString()) };
        }
        else if (modifier.Length > 1 && modifier[^1] is 'a' or 't' or 'c' or 'o')
        {
            second = modifier[^1];
            presentation = modifier[..^1];
        }

        LetterCase? names = presentation[0] switch
        {
            'n' => LetterCase.Lower,
            'N' => presentation.Length > 1 && presentation[1] == 'n' ? LetterCase.Title : LetterCase.Upper,
            _ => null,
        };
        IntegerPicture? integer = null;
        var digits = 0;
        if (names is null && component is 'Y' or 'M' or 'D' or 'd' or 'F' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'm' or 's' or 'f')
        {
            integer = IntegerPicture.Of(second == '\0' ? presentation : presentation + ";" + second);
            if (integer.Form == IntegerForm.Decimal && narrowest > integer.MandatoryDigits)
            {
                integer = integer.WithMandatoryDigits(narrowest.Value);
            }

            if (component is 'Y' or 'M' or 'D')
            {
                digits = integer.MandatoryDigits + integer.OptionalDigits;
                if (widest is not null)
                {
                    digits = widest.Value;
                    integer = integer.WithMandatoryDigits(digits);
                }
                else if (digits < 2)
                {
                    digits = -1;
                }
            }
        }
        else if (component is 'Z' or 'z')
        {
            integer = IntegerPicture.Of(presentation);
        }

        return new() { Component = component, Integer = integer, Names = names, IsTraditional = second == 't', LongestName = widest, Digits = digits };
    }

    private static (int? Narrowest, int? Widest) Widths(string text)
    {
        var dash = text.IndexOf('-');
        return dash < 0 ? (Width(text), null) : (Width(text[..dash]), Width(text[(dash + 1)..]));
    }

    /// <summary>Parses a width. Returns null for <c>*</c> and for text that is not a number.</summary>
    private static int? Width(string text)
    {
        var width = JavaScriptText.ParseInteger(text);
        return double.IsNaN(width) ? null : (int)Math.Clamp(width, -1, int.MaxValue);
    }

    private static string? Default(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'm' or 's' => "01",
        'F' or 'P' or 'C' or 'E' => "n",
        'Z' or 'z' => "01:01",
        _ => null,
    };
}
