using System.Text;

namespace Stepwise.Deployment;

/// <summary>
/// Reads and escapes the text of a definition. JSON has <c>$</c> and <c>%</c> in strings only, so <c>${Key}</c> is a substitution, and the brace of any other
/// <c>${</c> or <c>%{</c> can be written <c>\u007b</c>. The JSON stays the same, and no deployment tool reads an expression in it.
/// </summary>
internal static class DefinitionText
{
    /// <summary>Returns the keys of the substitutions in the text, sorted.</summary>
    public static SortedSet<string> Keys(string text)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            if (KeyAt(text, at) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    /// <summary>Returns the text in which each brace is escaped that a deployment tool would read as the start of an expression and that does not begin a substitution.</summary>
    public static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('$' or '%') || i + 1 == text.Length)
            {
                result.Append(text[i]);
            }
            else if (text[i + 1] == '{' && (text[i] == '%' || KeyAt(text, i) is null))
            {
                result.Append(text[i]).Append("\\u007b");
                i++;
            }
            else if (text[i] == '$' && text[i + 1] == '$' && i + 2 < text.Length && text[i + 2] == '{')
            {
                // For Terraform, "$${" is an escaped "${".
                result.Append("\\u0024");
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static string? KeyAt(string text, int dollar)
    {
        var end = dollar + 2;
        while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
        {
            end++;
        }

        return end < text.Length && text[end] == '}' && end > dollar + 2 ? text.Substring(dollar + 2, end - dollar - 2) : null;
    }
}
