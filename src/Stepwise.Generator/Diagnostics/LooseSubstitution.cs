using System.Text;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Diagnostics;

/// <summary>A part of a C# text that looks like a substitution, such as <c>${OrdersTableName}</c> or <c>${AWS::Region}</c>. The deployment does not replace it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Text">The part.</param>
internal readonly record struct LooseSubstitution(int Start, string Text)
{
    private const string Opening = "${";
    private const string Pseudo = "AWS::";

    public int End => Start + Text.Length;

    /// <summary>The key: the text between the braces, without <c>AWS::</c>.</summary>
    private string Key
    {
        get
        {
            var inner = Text.Substring(Opening.Length, Text.Length - Opening.Length - 1);
            return inner.StartsWith(Pseudo, StringComparison.Ordinal) ? inner.Substring(Pseudo.Length) : inner;
        }
    }

    /// <summary>Finds the first one at or after a place.</summary>
    public static LooseSubstitution? Find(string text, int from = 0)
    {
        for (var start = text.IndexOf(Opening, from, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opening, start + 1, StringComparison.Ordinal))
        {
            var first = start + Opening.Length;
            first += string.CompareOrdinal(text, first, Pseudo, 0, Pseudo.Length) == 0 ? Pseudo.Length : 0;
            var end = first;
            while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                end++;
            }

            if (end > first && end < text.Length && text[end] == '}')
            {
                return new(start, text.Substring(start, end + 1 - start));
            }
        }

        return null;
    }

    /// <summary>Returns the call that says the same: <c>Deployed.Table("orders")</c> where the member takes a table, otherwise <c>Deployed.Value("OrdersTableName")</c>.</summary>
    /// <param name="member">The member of a request whose whole value the text is, or null.</param>
    /// <param name="deployed">The class <c>Deployed</c>, as it is written at the place.</param>
    public string Call(string? member, string deployed = "Deployed") =>
        member is not null && ResourceKind.OfMember(member) is { } kind && Name(kind) is { Length: > 0 } name
            ? deployed + "." + kind.Method + "(\"" + name + "\")"
            : deployed + "." + ResourceKind.Value.Method + "(\"" + Key + "\")";

    /// <summary>Returns the name of the resource: <c>daily-orders</c> for the key <c>DailyOrdersTableName</c> of a table.</summary>
    private string Name(ResourceKind kind)
    {
        var key = Key;
        foreach (var ending in new[] { "Arn", "Name", "Url", "Id", kind.Method })
        {
            key = key.EndsWith(ending, StringComparison.Ordinal) ? key.Substring(0, key.Length - ending.Length) : key;
        }

        var name = new StringBuilder();
        for (var i = 0; i < key.Length; i++)
        {
            var startsWord = key[i] is >= 'A' and <= 'Z' && i > 0 && (key[i - 1] is not (>= 'A' and <= 'Z') || (i + 1 < key.Length && key[i + 1] is >= 'a' and <= 'z'));
            name.Append(startsWord ? "-" : "").Append(char.ToLowerInvariant(key[i]));
        }

        return name.ToString();
    }
}
