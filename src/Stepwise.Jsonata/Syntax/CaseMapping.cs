using System.Globalization;
using System.Text;

namespace Stepwise.Jsonata.Syntax;

/// <summary>Converts letters to upper and lower case as JavaScript does: with Unicode's full mapping, in which one letter may become several, and without rules of a language.</summary>
internal static class CaseMapping
{
    /// <summary>Letters whose upper case is several letters, each with its upper case.</summary>
    private const string SeveralCapitals =
        "\u00df\u0053\u0053;\u0149\u02bc\u004e;\u01f0\u004a\u030c;\u0390\u0399\u0308\u0301;\u03b0\u03a5\u0308\u0301;\u0587\u0535\u0552;"
        + "\u1e96\u0048\u0331;\u1e97\u0054\u0308;\u1e98\u0057\u030a;\u1e99\u0059\u030a;\u1e9a\u0041\u02be;\u1f50\u03a5\u0313;"
        + "\u1f52\u03a5\u0313\u0300;\u1f54\u03a5\u0313\u0301;\u1f56\u03a5\u0313\u0342;\u1f80\u1f08\u0399;\u1f81\u1f09\u0399;\u1f82\u1f0a\u0399;"
        + "\u1f83\u1f0b\u0399;\u1f84\u1f0c\u0399;\u1f85\u1f0d\u0399;\u1f86\u1f0e\u0399;\u1f87\u1f0f\u0399;\u1f88\u1f08\u0399;"
        + "\u1f89\u1f09\u0399;\u1f8a\u1f0a\u0399;\u1f8b\u1f0b\u0399;\u1f8c\u1f0c\u0399;\u1f8d\u1f0d\u0399;\u1f8e\u1f0e\u0399;"
        + "\u1f8f\u1f0f\u0399;\u1f90\u1f28\u0399;\u1f91\u1f29\u0399;\u1f92\u1f2a\u0399;\u1f93\u1f2b\u0399;\u1f94\u1f2c\u0399;"
        + "\u1f95\u1f2d\u0399;\u1f96\u1f2e\u0399;\u1f97\u1f2f\u0399;\u1f98\u1f28\u0399;\u1f99\u1f29\u0399;\u1f9a\u1f2a\u0399;"
        + "\u1f9b\u1f2b\u0399;\u1f9c\u1f2c\u0399;\u1f9d\u1f2d\u0399;\u1f9e\u1f2e\u0399;\u1f9f\u1f2f\u0399;\u1fa0\u1f68\u0399;"
        + "\u1fa1\u1f69\u0399;\u1fa2\u1f6a\u0399;\u1fa3\u1f6b\u0399;\u1fa4\u1f6c\u0399;\u1fa5\u1f6d\u0399;\u1fa6\u1f6e\u0399;"
        + "\u1fa7\u1f6f\u0399;\u1fa8\u1f68\u0399;\u1fa9\u1f69\u0399;\u1faa\u1f6a\u0399;\u1fab\u1f6b\u0399;\u1fac\u1f6c\u0399;"
        + "\u1fad\u1f6d\u0399;\u1fae\u1f6e\u0399;\u1faf\u1f6f\u0399;\u1fb2\u1fba\u0399;\u1fb3\u0391\u0399;\u1fb4\u0386\u0399;"
        + "\u1fb6\u0391\u0342;\u1fb7\u0391\u0342\u0399;\u1fbc\u0391\u0399;\u1fc2\u1fca\u0399;\u1fc3\u0397\u0399;\u1fc4\u0389\u0399;"
        + "\u1fc6\u0397\u0342;\u1fc7\u0397\u0342\u0399;\u1fcc\u0397\u0399;\u1fd2\u0399\u0308\u0300;\u1fd3\u0399\u0308\u0301;\u1fd6\u0399\u0342;"
        + "\u1fd7\u0399\u0308\u0342;\u1fe2\u03a5\u0308\u0300;\u1fe3\u03a5\u0308\u0301;\u1fe4\u03a1\u0313;\u1fe6\u03a5\u0342;\u1fe7\u03a5\u0308\u0342;"
        + "\u1ff2\u1ffa\u0399;\u1ff3\u03a9\u0399;\u1ff4\u038f\u0399;\u1ff6\u03a9\u0342;\u1ff7\u03a9\u0342\u0399;\u1ffc\u03a9\u0399;"
        + "\ufb00\u0046\u0046;\ufb01\u0046\u0049;\ufb02\u0046\u004c;\ufb03\u0046\u0046\u0049;\ufb04\u0046\u0046\u004c;\ufb05\u0053\u0054;"
        + "\ufb06\u0053\u0054;\ufb13\u0544\u0546;\ufb14\u0544\u0535;\ufb15\u0544\u053b;\ufb16\u054e\u0546;\ufb17\u0544\u053d";

    private static readonly Dictionary<char, string> _capitals = SeveralCapitals.Split(';').ToDictionary(entry => entry[0], entry => entry.Substring(1));

    /// <summary><c>toUpperCase()</c>.</summary>
    public static string ToUpper(string text)
    {
        var firstSpecial = -1;
        for (var i = 0; i < text.Length && firstSpecial < 0; i++)
        {
            if (text[i] >= '\u0080' && (text[i] == '\u0131' || _capitals.ContainsKey(text[i])))
            {
                firstSpecial = i;
            }
        }

        if (firstSpecial < 0)
        {
            return text.ToUpperInvariant();
        }

        var result = new StringBuilder(text.Length + 8);
        var start = 0;
        for (var i = firstSpecial; i < text.Length; i++)
        {
            if (text[i] == '\u0131')
            {
                result.Append(text.Substring(start, i - start).ToUpperInvariant()).Append('I');
                start = i + 1;
            }
            else if (text[i] >= '\u0080' && _capitals.TryGetValue(text[i], out var capitals))
            {
                result.Append(text.Substring(start, i - start).ToUpperInvariant()).Append(capitals);
                start = i + 1;
            }
        }

        return result.Append(text.Substring(start).ToUpperInvariant()).ToString();
    }

    /// <summary><c>toLowerCase()</c>.</summary>
    public static string ToLower(string text)
    {
        if (text.IndexOf('\u0130') < 0 && text.IndexOf('\u03a3') < 0)
        {
            return text.ToLowerInvariant();
        }

        var result = new StringBuilder(text.Length + 2);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var small = text[i] switch { '\u0130' => "i\u0307", '\u03a3' => IsAtEndOfWord(text, i) ? "\u03c2" : "\u03c3", _ => null };
            if (small is not null)
            {
                result.Append(text.Substring(start, i - start).ToLowerInvariant()).Append(small);
                start = i + 1;
            }
        }

        return result.Append(text.Substring(start).ToLowerInvariant()).ToString();
    }

    /// <summary>The unit that a case-insensitive regular expression compares: the upper case of the unit, if that is one unit and not an ASCII letter for a letter that is not ASCII.</summary>
    public static char Canonical(char c)
    {
        if (c < '\u0080')
        {
            return c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
        }

        var capital = _capitals.ContainsKey(c) ? c : char.ToUpperInvariant(c);
        return capital < '\u0080' ? c : capital;
    }

    /// <summary>Whether a letter precedes the sigma and no letter follows it. Marks and signs between them do not count.</summary>
    private static bool IsAtEndOfWord(string text, int sigma)
    {
        var before = sigma - 1;
        while (before >= 0 && IsIgnored(text, before))
        {
            before--;
        }

        var after = sigma + 1;
        while (after < text.Length && IsIgnored(text, after))
        {
            after++;
        }

        return before >= 0 && IsCased(text, before) && !(after < text.Length && IsCased(text, after));
    }

    private static bool IsIgnored(string text, int at)
        => text[at] is '\'' or '.' or ':' or '\u00b7' or '\u2019' or '\u2018' or '\u2024' or '\u2027'
            || CategoryAt(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    private static bool IsCased(string text, int at)
        => CategoryAt(text, at) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static UnicodeCategory CategoryAt(string text, int at)
        => CharUnicodeInfo.GetUnicodeCategory(text, at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at);
}
