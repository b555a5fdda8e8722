namespace Stepwise.StatesLanguage.Validation;

/// <summary>The delimiters of JSONata in strings.</summary>
internal static class JsonataText
{
    public static bool IsExpression(string text) => text.Length >= 4 && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);

    /// <summary>Whether a string has one delimiter at its end but not both, which AWS refuses.</summary>
    public static bool IsHalfDelimited(string text)
        => text.StartsWith("{%", StringComparison.Ordinal) != text.EndsWith("%}", StringComparison.Ordinal) || text is "{%}";

    /// <summary>Whether white space on both sides of the delimiters makes a constant of what looks like an expression, which AWS accepts.</summary>
    public static bool IsSpaced(string text)
        => !IsExpression(text) && text.TrimStart().StartsWith("{%", StringComparison.Ordinal) && text.TrimEnd().EndsWith("%}", StringComparison.Ordinal);

    public static string Expression(string text) => text.Substring(2, text.Length - 4);
}
