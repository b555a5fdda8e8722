using System.Text;

namespace Stepwise.Generator.Translation;

/// <summary>Spells names and strings in JSONPath and its intrinsic functions.</summary>
internal static class JsonPathText
{
    /// <summary>A step to a member: <c>.name</c>, or <c>['odd name']</c>.</summary>
    public static string Member(string name)
    {
        var isPlain = name.Length > 0 && name[0] is not (>= '0' and <= '9');
        foreach (var c in name)
        {
            isPlain &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
        }

        return isPlain ? "." + name : "['" + name.Replace("\\", "\\\\").Replace("'", "\\'") + "']";
    }

    /// <summary>The text of a string argument, without the quotes. An escaped brace also keeps <c>${</c> from deployment tools.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\'' or '{' or '}' or '\\')
            {
                result.Append('\\');
            }

            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A constant as a pattern of StringMatches: nothing in it is a wildcard.</summary>
    public static string EscapePattern(string text) => text.Replace("\\", "\\\\").Replace("*", "\\*");
}
