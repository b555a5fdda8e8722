using System.Text;

namespace Stepwise.Deployment.Diagram;

/// <summary>Estimates the width of text without a font, so that it fits in the common sans-serif fonts. Wraps long names into lines.</summary>
internal static class TextMeasure
{
    private const int LineWidth = 170;

    public static int WidthOf(string text, int fontSize)
    {
        var thousandths = 0;
        foreach (var character in text)
        {
            thousandths += ThousandthsOf(character);
        }

        return (thousandths * fontSize / 1000) + 1;
    }

    private static int ThousandthsOf(char character) => character switch
    {
        'i' or 'l' or 'j' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 310,
        ' ' or 't' or 'f' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' => 400,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '&' => 930,
        >= 'A' and <= 'Z' => 720,
        '=' or '<' or '>' or '+' or '≠' or '≤' or '≥' or '#' or '_' => 700,
        < '\u0250' => 590,
        _ => 1050,
    };

    public static IReadOnlyList<string> Wrap(string text, int fontSize)
    {
        if (text.Length > 0 && WidthOf(text, fontSize) <= LineWidth)
        {
            return [text.TrimEnd()];
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in WordsOf(text))
        {
            if (line.Length > 0 && WidthOf(line.ToString().TrimEnd() + word.TrimEnd(), fontSize) > LineWidth)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }

            var thousandths = line.Length == 0 ? 0 : line.ToString().Sum(ThousandthsOf);
            foreach (var character in word)
            {
                var longer = thousandths + ThousandthsOf(character);
                if (line.Length > 0 && !char.IsLowSurrogate(character) && (longer * fontSize / 1000) + 1 > LineWidth)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    longer = ThousandthsOf(character);
                }

                line.Append(character);
                thousandths = longer;
            }
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line.ToString().TrimEnd());
        }

        return lines;
    }

    public static string Shorten(string text, int length) => text.Length <= length
        ? text
        : text.Substring(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1) + "…";

    /// <summary>Splits a name where it may be wrapped: after a space or a punctuation mark, and before a capital letter that begins a word.</summary>
    private static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var isBreak = text[i - 1] is ' ' or '-' or '_' or '.' or '/' or ':' || (char.IsUpper(text[i]) && char.IsLower(text[i - 1]));
            if (isBreak && text[i] != ' ')
            {
                yield return text.Substring(start, i - start);
                start = i;
            }
        }

        yield return text.Substring(start);
    }
}
