using System.Globalization;

namespace Stepwise.Generator.Text;

/// <summary>Makes text that a user wrote fit for a message.</summary>
internal static class Printable
{
    /// <summary>The text, with an escape such as <c>\u000A</c> for each control character. A message is one line.</summary>
    public static string Of(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(static character => char.IsControl(character) ? "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture) : character.ToString()))
        : text;
}
