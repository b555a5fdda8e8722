using System.Text;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly string[] _few =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] _ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth",
        "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] _decades = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
    private static readonly string[] _magnitudes = ["Thousand", "Million", "Billion", "Trillion"];
    private static readonly Dictionary<string, double> _values = MakeValues();

    /// <summary>All words that have a value, in lower case.</summary>
    public static IEnumerable<string> All => _values.Keys;

    /// <summary>Formats an integer that is not negative. Each word begins with a capital letter.</summary>
    public static string Of(double value, bool isOrdinal)
    {
        var words = new StringBuilder();
        Append(words, value, isContinued: false, isOrdinal);
        return words.ToString();
    }

    /// <summary>Parses words in lower case. Returns NaN if a word is not part of a number.</summary>
    public static double Parse(string text)
    {
        var segments = new List<double> { 0 };
        foreach (var word in Split(text))
        {
            var value = _values.GetValueOrDefault(word, double.NaN);
            var last = segments.Count - 1;
            if (value < 100)
            {
                // A word above a thousand begins a new group. In the end all groups are added.
                if (segments[last] >= 1000)
                {
                    segments.Add(value);
                }
                else
                {
                    segments[last] += value;
                }
            }
            else
            {
                segments[last] *= value;
            }
        }

        var sum = 0.0;
        foreach (var segment in segments)
        {
            sum += segment;
        }

        return sum;
    }

    private static void Append(StringBuilder words, double value, bool isContinued, bool isOrdinal)
    {
        if (value <= 19)
        {
            words.Append(isContinued ? " and " : "").Append((isOrdinal ? _ordinals : _few)[(int)value]);
        }
        else if (value < 100)
        {
            var decade = _decades[((int)value / 10) - 2];
            words.Append(isContinued ? " and " : "").Append(decade);
            var rest = (int)value % 10;
            if (rest > 0)
            {
                words.Append('-');
                Append(words, rest, isContinued: false, isOrdinal);
            }
            else if (isOrdinal)
            {
                words.Length--;
                words.Append("ieth");
            }
        }
        else if (value < 1000)
        {
            words.Append(isContinued ? ", " : "").Append(_few[(int)value / 100]).Append(" Hundred");
            AppendRest(words, (int)value % 100, isOrdinal);
        }
        else
        {
            var magnitude = value >= 1e12 ? 4 : value >= 1e9 ? 3 : value >= 1e6 ? 2 : 1;
            var factor = magnitude switch { 4 => 1e12, 3 => 1e9, 2 => 1e6, _ => 1e3 };
            var mantissa = Math.Floor(value / factor);
            words.Append(isContinued ? ", " : "");
            Append(words, mantissa, isContinued: false, isOrdinal: false);
            words.Append(' ').Append(_magnitudes[magnitude - 1]);
            AppendRest(words, value - (mantissa * factor), isOrdinal);
        }
    }

    private static void AppendRest(StringBuilder words, double rest, bool isOrdinal)
    {
        if (rest > 0)
        {
            Append(words, rest, isContinued: true, isOrdinal);
        }
        else if (isOrdinal)
        {
            words.Append("th");
        }
    }

    /// <summary>Splits at a comma with a space, at <c>and</c> between spaces, and at a space, a hyphen or a backslash.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = SeparatorAt(text, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            yield return text[start..i];
            i += length;
            start = i;
        }

        yield return text[start..];
    }

    private static int SeparatorAt(string text, int i)
    {
        if (text[i] == ',')
        {
            return i + 1 < text.Length && JavaScriptText.IsWhiteSpace(text[i + 1]) ? 2 : 0;
        }

        if (!JavaScriptText.IsWhiteSpace(text[i]))
        {
            return text[i] is '-' or '\\' ? 1 : 0;
        }

        return i + 4 < text.Length && string.CompareOrdinal(text, i + 1, "and", 0, 3) == 0 && JavaScriptText.IsWhiteSpace(text[i + 4]) ? 5 : 1;
    }

    private static Dictionary<string, double> MakeValues()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < _few.Length; i++)
        {
            values[Lower(_few[i])] = i;
        }

        for (var i = 0; i < _ordinals.Length; i++)
        {
            values[Lower(_ordinals[i])] = i;
        }

        for (var i = 0; i < _decades.Length; i++)
        {
            var word = Lower(_decades[i]);
            values[word] = (i + 2) * 10;
            values[word[..^1] + "ieth"] = (i + 2) * 10;
        }

        values["hundred"] = 100;

        // JSONata treats the hundred as a tenth decade, so it has this word as well.
        values["hundreieth"] = 100;
        values["hundredth"] = 100;
        var magnitude = 1.0;
        foreach (var word in _magnitudes)
        {
            magnitude *= 1000;
            values[Lower(word)] = magnitude;
            values[Lower(word) + "th"] = magnitude;
        }

        return values;
    }

    private static string Lower(string word) => word.ToLowerInvariant();
}
