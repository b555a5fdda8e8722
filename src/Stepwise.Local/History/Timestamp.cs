using System.Globalization;

namespace Stepwise.Local.History;

/// <summary>Times as the States Language writes them: RFC 3339 with a capital T, and Z or an offset.</summary>
internal static class Timestamp
{
    private static readonly string[] _formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < 20 || text[10] != 'T' || !HasZone(text))
        {
            return false;
        }

        return DateTimeOffset.TryParseExact(Shortened(text), _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    /// <summary>The time as the context object writes it.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static bool HasZone(string text) => text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':');

    /// <summary>The text with no more digits of a second than .NET keeps.</summary>
    private static string Shortened(string text)
    {
        if (text[19] != '.')
        {
            return text;
        }

        var end = 20;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > 27 ? text[..27] + text[end..] : text;
    }
}
