namespace Stepwise.StatesLanguage.Validation;

/// <summary>The delimiters of JSONata in strings.</summary>
internal static class JsonataText
{
    public static bool IsExpression(string text) => text.Length >= 4 && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);

    /// <summary>Whether a string has only one of the two delimiters. AWS refuses such a string.</summary>
    public static bool IsHalfDelimited(string text)
        => text.StartsWith("{%", StringComparison.Ordinal) != text.EndsWith("%}", StringComparison.Ordinal) || text is "{%}";

    /// <summary>Whether a string looks like an expression but is a constant, because white space is around the delimiters. AWS accepts such a string.</summary>
    public static bool IsSpaced(string text)
        => !IsExpression(text) && text.TrimStart().StartsWith("{%", StringComparison.Ordinal) && text.TrimEnd().EndsWith("%}", StringComparison.Ordinal);

    public static string Expression(string text) => text.Substring(2, text.Length - 4);
}
