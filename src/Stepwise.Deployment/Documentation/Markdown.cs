using System.Text;

namespace Stepwise.Deployment.Documentation;

/// <summary>Collects Markdown (GitHub's). Text is escaped, so that no name of a state becomes markup.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\r' or '\t')
            {
                escaped.Append(' ');
            }
            else if (character is '<')
            {
                escaped.Append("&lt;");
            }
            else if (character is '&')
            {
                escaped.Append("&amp;");
            }
            else
            {
                escaped.Append(character is '\\' or '|' or '*' or '_' or '`' or '[' or ']' ? "\\" : "").Append(character);
            }
        }

        return escaped.ToString();
    }

    public static string Code(string text)
    {
        // A bar ends a cell of a table even in code.
        var clean = text.Replace('\n', ' ').Replace('\r', ' ').Replace("|", "\\|");
        return clean.IndexOf('`') >= 0 ? "`` " + clean + " ``" : "`" + clean + "`";
    }

    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    public void Heading(int level, string text) => _text.Append(new string('#', level)).Append(' ').Append(Text(text)).Append("\n\n");

    /// <summary>A paragraph of Markdown.</summary>
    public void Paragraph(string markdown) => _text.Append(markdown).Append("\n\n");

    public void Items(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            _text.Append("* ").Append(item).Append('\n');
        }

        _text.Append('\n');
    }

    public void Block(string language, string text) => _text.Append("```").Append(language).Append('\n').Append(text.TrimEnd('\n')).Append("\n```\n\n");

    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(header);
        Row([.. header.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }

        _text.Append('\n');
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells) => _text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");
}
