using System.Globalization;
using System.Text;

namespace Stepwise.Generator.Translation;

/// <summary>Spells names and strings in JSONata 2.0.6.</summary>
internal static class JsonataText
{
    /// <summary>A string literal. There is no <c>\'</c>, so that the quotes depend on the text; <c>${</c> and <c>%{</c> are escaped, because deployment tools would replace them.</summary>
    public static string Quote(string text)
    {
        var quote = text.IndexOf('\'') >= 0 ? '"' : '\'';
        var result = new StringBuilder(text.Length + 2).Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\\':
                    result.Append("\\\\");
                    break;
                case '"' when quote == '"':
                    result.Append("\\\"");
                    break;
                case '\b':
                    result.Append("\\b");
                    break;
                case '\f':
                    result.Append("\\f");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case '{' when i > 0 && text[i - 1] is '$' or '%':
                    Escape(result, c);
                    break;
                default:
                    if (c < ' ' || char.IsSurrogate(c))
                    {
                        Escape(result, c);
                    }
                    else
                    {
                        result.Append(c);
                    }

                    break;
            }
        }

        return result.Append(quote).ToString();
    }

    /// <summary>A name after a dot: as it is where it is an identifier, else in backquotes; null for the few names that neither can say.</summary>
    public static string? Name(string name) =>
        IsIdentifier(name) ? name : name.Length == 0 || name.IndexOf('`') >= 0 || name.Contains("${") || name.Contains("%{") ? null : "`" + name + "`";

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || name is "and" or "or" or "in" or "true" or "false" or "null" or "function" || name[0] is >= '0' and <= '9')
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static void Escape(StringBuilder result, char c) => result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
