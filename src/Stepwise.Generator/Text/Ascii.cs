namespace Stepwise.Generator.Text;

/// <summary>The characters of names in AWS. .NET Standard has no <c>char.IsAsciiLetterOrDigit</c>.</summary>
internal static class Ascii
{
    public static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    /// <summary>Whether the text has 1 to <paramref name="longest"/> characters, all of them letters, digits or one of <paramref name="others"/>.</summary>
    public static bool IsName(string text, int longest, string others) =>
        text.Length > 0 && text.Length <= longest && text.All(character => IsLetterOrDigit(character) || others.IndexOf(character) >= 0);
}
