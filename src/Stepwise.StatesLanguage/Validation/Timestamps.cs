namespace Stepwise.StatesLanguage.Validation;

/// <summary>Checks timestamps of the States Language: RFC 3339 with a capital T, and with a capital Z or an offset.</summary>
internal static class Timestamps
{
    public static bool IsValid(string text)
    {
        if (text.Length < 20 || !Pattern(text, "dddd-dd-ddTdd:dd:dd"))
        {
            return false;
        }

        var at = 19;
        if (text[at] == '.')
        {
            var start = ++at;
            while (at < text.Length && char.IsDigit(text[at]))
            {
                at++;
            }

            if (at == start)
            {
                return false;
            }
        }

        var zone = text.Substring(at);
        var month = Number(text, 5);
        var year = (Number(text, 0) * 100) + Number(text, 2);
        return month is >= 1 and <= 12
            && Number(text, 8) >= 1 && Number(text, 8) <= DateTime.DaysInMonth(Math.Max(year, 1), month)
            && Number(text, 11) <= 23 && Number(text, 14) <= 59 && Number(text, 17) <= 60
            && (zone == "Z" || (zone.Length == 6 && zone[0] is '+' or '-' && Pattern(zone.Substring(1), "dd:dd") && Number(zone, 1) <= 23 && Number(zone, 4) <= 59));
    }

    private static bool Pattern(string text, string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == 'd' ? text[i] is < '0' or > '9' : text[i] != pattern[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
