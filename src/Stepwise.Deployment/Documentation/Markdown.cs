using System.Text;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Deployment.Documentation;

/// <summary>Writes GitHub Flavored Markdown. Text is escaped, so that the name of a state does not become markup.</summary>
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
        // A vertical bar ends a cell of a table, also inside code.
        var clean = text.Replace('\n', ' ').Replace('\r', ' ').Replace("|", "\\|");
        var fence = Fence(clean, 1);
        return fence.Length > 1 ? fence + " " + clean + " " + fence : fence + clean + fence;
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

    public void Steps(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            _text.Append("1. ").Append(item).Append('\n');
        }

        _text.Append('\n');
    }

    /// <summary>Writes notes from the documentation comments of the source.</summary>
    public void Notes(IEnumerable<NoteBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var lines = block.Lines.Select(Line);
            switch (block.Kind)
            {
                case NoteBlockKind.Items:
                    Items(lines);
                    break;
                case NoteBlockKind.Steps:
                    Steps(lines);
                    break;
                case NoteBlockKind.Code:
                    Block("", block.Lines[0][0].Text);
                    break;
                default:
                    Paragraph(lines.First());
                    break;
            }
        }
    }

    private static string Line(IReadOnlyList<NotePiece> line)
    {
        var text = new StringBuilder();
        foreach (var piece in line)
        {
            text.Append(piece.Kind switch
            {
                NotePieceKind.Code => Code(piece.Text),
                NotePieceKind.Strong => "**" + Text(piece.Text) + "**",
                _ => Text(piece.Text),
            });
        }

        return Sheltered(text.ToString());
    }

    /// <summary>Escapes the start of a line that would begin a heading, a list or a quotation.</summary>
    private static string Sheltered(string line)
    {
        var digits = 0;
        while (digits < line.Length && line[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        return line.Length > 0 && line[0] is ('#' or '-' or '+' or '>' or '=' or '~') ? "\\" + line
            : digits > 0 && digits < line.Length && line[digits] is ('.' or ')') ? line.Substring(0, digits) + "\\" + line.Substring(digits)
            : line;
    }

    public void Block(string language, string text)
    {
        var fence = Fence(text, 3);
        _text.Append(fence).Append(language).Append('\n').Append(text.TrimEnd('\n')).Append('\n').Append(fence).Append("\n\n");
    }

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

    /// <summary>Returns the shortest run of backticks that the text does not contain and that has at least <paramref name="length"/> of them.</summary>
    private static string Fence(string text, int length)
    {
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            length = Math.Max(length, run + 1);
        }

        return new string('`', length);
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells) => _text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");
}
