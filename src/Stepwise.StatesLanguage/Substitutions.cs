namespace Stepwise.StatesLanguage;

/// <summary>Finds substitutions in the texts of a definition. A deployment tool replaces a substitution, such as <c>${Name}</c>.</summary>
internal static class Substitutions
{
    public static bool Holds(string text)
    {
        var start = text.IndexOf("${", StringComparison.Ordinal);
        return start >= 0 && text.IndexOf('}', start) > start + 2;
    }

    /// <summary>Whether a text is exactly one substitution.</summary>
    public static bool IsOne(string text)
        => text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1;

    /// <summary>Splits a text at a character, except inside substitutions such as <c>${AWS::Region}</c>.</summary>
    public static List<string> Split(string text, char separator, int maximum)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length && parts.Count < maximum - 1; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                i = end;
            }
            else if (text[i] == separator)
            {
                parts.Add(text.Substring(start, i - start));
                start = i + 1;
            }
        }

        parts.Add(text.Substring(start));
        return parts;
    }
}
