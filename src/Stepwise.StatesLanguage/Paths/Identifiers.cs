using System.Globalization;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>Recognizes names of variables: Unicode identifiers (UAX #31).</summary>
internal static class Identifiers
{
    /// <summary>Whether a text is the name of a variable, without its <c>$</c>.</summary>
    /// <param name="name">The text.</param>
    /// <returns>Whether it is an identifier. The length is not checked.</returns>
    public static bool IsValid(string name) => name.Length > 0 && IsStart(name, 0) && End(name, 0, name.Length) == name.Length;

    internal static bool IsStart(string text, int at) => text[at] == '_' || CharUnicodeInfo.GetUnicodeCategory(text, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    /// <summary>Returns the index after the identifier that begins at an index.</summary>
    internal static int End(string text, int at, int end)
    {
        while (at < end && (IsStart(text, at) || CharUnicodeInfo.GetUnicodeCategory(text, at) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation))
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < end && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return at;
    }
}
