using System.Globalization;
using System.Text;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Text;

/// <summary>Names on the wire, as System.Text.Json's naming policies make them.</summary>
internal static class WireNames
{
    public static string Apply(Naming naming, string name) => naming switch
    {
        Naming.CamelCase => CamelCase(name),
        Naming.SnakeCase => SnakeCase(name),
        _ => name,
    };

    /// <summary><c>URLValue</c> is <c>urlValue</c>, <c>ID</c> is <c>id</c>: a run of capitals is lowered up to the last one before a small letter.</summary>
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
            {
                break;
            }

            var hasNext = i + 1 < characters.Length;
            if (i > 0 && hasNext && !char.IsUpper(characters[i + 1]))
            {
                if (characters[i + 1] == ' ')
                {
                    characters[i] = char.ToLowerInvariant(characters[i]);
                }

                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary><c>IOStream2Name</c> is <c>io_stream2_name</c>.</summary>
    public static string SnakeCase(string name)
    {
        var builder = new StringBuilder(name.Length + 8);
        var previous = Boundary.None;
        for (var i = 0; i < name.Length; i++)
        {
            var current = name[i];
            switch (char.GetUnicodeCategory(current))
            {
                case UnicodeCategory.UppercaseLetter:
                    var startsWord = previous is Boundary.LowerOrDigit or Boundary.Separator
                        || (previous is Boundary.Upper && i + 1 < name.Length && char.IsLower(name[i + 1]));
                    if (startsWord && builder.Length > 0 && builder[builder.Length - 1] != '_')
                    {
                        builder.Append('_');
                    }

                    builder.Append(char.ToLowerInvariant(current));
                    previous = Boundary.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    if (previous is Boundary.Separator && builder.Length > 0 && builder[builder.Length - 1] != '_')
                    {
                        builder.Append('_');
                    }

                    builder.Append(current);
                    previous = Boundary.LowerOrDigit;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    previous = previous is Boundary.None ? Boundary.None : Boundary.Separator;
                    break;
                default:
                    builder.Append(current);
                    previous = Boundary.None;
                    break;
            }
        }

        return builder.ToString();
    }

    /// <summary><c>campaign-notifications</c> is <c>CampaignNotifications</c>: what a substitution's key begins with, of <c>[A-Za-z0-9]</c> only.</summary>
    public static string Pascal(string name)
    {
        var builder = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (Ascii.IsLetterOrDigit(character))
            {
                builder.Append(startsWord ? char.ToUpperInvariant(character) : character);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        return builder.ToString();
    }

    private enum Boundary
    {
        None,
        Separator,
        Upper,
        LowerOrDigit,
    }
}
