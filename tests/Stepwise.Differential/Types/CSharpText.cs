using System.Globalization;
using System.Text;

namespace Stepwise.Differential.Types;

/// <summary>Writes C# literals.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Of(string text) => "\"" + Escape(text, isInterpolated: false) + "\"";

    /// <summary>The inside of a string literal.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isInterpolated">Whether braces are doubled.</param>
    public static string Escape(string text, bool isInterpolated)
    {
        var result = new StringBuilder();
        foreach (var character in text)
        {
            result.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '{' when isInterpolated => "{{",
                '}' when isInterpolated => "}}",
                < ' ' or > '~' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return result.ToString();
    }

    /// <summary>A character literal.</summary>
    public static string Of(char character) => "'" + (character == '\'' ? "\\'" : Escape(character.ToString(), isInterpolated: false).Replace("\\\"", "\"", StringComparison.Ordinal)) + "'";
}
