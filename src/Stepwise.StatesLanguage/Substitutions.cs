namespace Stepwise.StatesLanguage;

/// <summary>Finds <c>${Name}</c>, which a deployment tool replaces, in texts of a definition.</summary>
internal static class Substitutions
{
    public static bool Holds(string text)
    {
        var start = text.IndexOf("${", StringComparison.Ordinal);
        return start >= 0 && text.IndexOf('}', start) > start + 2;
    }
}
