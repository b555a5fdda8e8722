using System.Text;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Generator.Documentation;

/// <summary>Reads the content of a documentation tag as blocks: paragraphs, lists and code, each a row of texts and names. A tag that it does not know is passed over and its text
/// kept; what is not closed ends with the text. It never fails, because it reads what somebody is typing.</summary>
internal sealed class NoteReader
{
    private readonly Func<string, string> _nameOf;
    private readonly List<NoteBlock> _blocks = [];
    private readonly List<IReadOnlyList<NotePiece>> _items = [];
    private readonly List<NotePiece> _line = [];
    private readonly StringBuilder _words = new();
    private NotePieceKind _mark;
    private bool _isNumbered;
    private int _listDepth;

    private NoteReader(Func<string, string> nameOf) => _nameOf = nameOf;

    /// <summary>Reads blocks.</summary>
    /// <param name="body">What stands between the tags.</param>
    /// <param name="nameOf">The name that the document has for a member that is referred to.</param>
    /// <returns>The blocks; empty if there is no text.</returns>
    public static IReadOnlyList<NoteBlock> Read(string? body, Func<string, string> nameOf)
    {
        if (body is null)
        {
            return [];
        }

        var reader = new NoteReader(nameOf);
        reader.ReadAll(body);
        return reader._blocks;
    }

    /// <summary>The name that a tag such as <c>see cref="T:N.Type.Member"</c> refers to; null for other tags.</summary>
    public static string? ReferenceOf(string tag)
    {
        foreach (var attribute in new[] { "cref=\"", "name=\"", "langword=\"", "href=\"" })
        {
            var start = tag.IndexOf(attribute, StringComparison.Ordinal);
            if (start >= 0)
            {
                start += attribute.Length;
                var end = tag.IndexOf('"', start);
                if (end > start)
                {
                    var name = tag.Substring(start, end - start);
                    var dot = name.LastIndexOf('.');
                    return dot >= 0 && attribute[0] == 'c' ? name.Substring(dot + 1) : name;
                }
            }
        }

        return null;
    }

    /// <summary>The character that an entity stands for, and where it ends. An ampersand that does not begin an entity stands for itself.</summary>
    public static (string Text, int End) EntityAt(string body, int start)
    {
        var end = body.IndexOf(';', start);
        var name = end > start && end - start < 8 ? body.Substring(start + 1, end - start - 1) : "";
        var text = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            _ => null,
        };
        return text is null ? ("&", start) : (text, end);
    }

    private void ReadAll(string body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            var close = body[i] == '<' ? body.IndexOf('>', i) : -1;
            if (close > 0)
            {
                var tag = body.Substring(i + 1, close - i - 1).Trim();
                i = close;
                if (tag == "code")
                {
                    var end = body.IndexOf("</code>", close, StringComparison.Ordinal);
                    end = end < 0 ? body.Length : end;
                    EndParagraph();
                    AddCode(body.Substring(close + 1, end - close - 1));
                    i = Math.Min(body.Length, end + "</code>".Length) - 1;
                }
                else
                {
                    Open(tag);
                }
            }
            else if (body[i] == '&')
            {
                var (text, end) = EntityAt(body, i);
                _words.Append(text);
                i = end;
            }
            else
            {
                _words.Append(char.IsWhiteSpace(body[i]) ? ' ' : body[i]);
            }
        }

        EndList();
        EndParagraph();
    }

    private void Open(string tag)
    {
        var space = tag.IndexOfAny([' ', '\n', '\t']);
        var name = (space < 0 ? tag : tag.Substring(0, space)).TrimEnd('/');
        switch (name)
        {
            case "para" or "/para" or "br" when _listDepth == 0:
                EndParagraph();
                break;
            case "para" or "/para" or "br" or "description" or "/description" or "/term":
                EndWords();
                _words.Append(' ');
                _mark = NotePieceKind.Text;
                break;
            case "list":
                if (_listDepth++ == 0)
                {
                    EndParagraph();
                    _isNumbered = tag.IndexOf("\"number\"", StringComparison.Ordinal) >= 0;
                }

                break;
            case "/list" when _listDepth > 0:
                if (--_listDepth == 0)
                {
                    EndList();
                }

                break;
            case "item":
            case "/item":
                EndItem();
                break;
            case "term" or "b" or "strong":
                EndWords();
                _mark = NotePieceKind.Strong;
                break;
            case "c":
                EndWords();
                _mark = NotePieceKind.Code;
                break;
            case "/c" or "/b" or "/strong":
                EndWords();
                _mark = NotePieceKind.Text;
                break;
            case "see" or "seealso" or "paramref" or "typeparamref" when ReferenceOf(tag) is { } reference:
                EndWords();
                AddApart(tag.IndexOf("href=", StringComparison.Ordinal) >= 0 ? new(NotePieceKind.Text, reference) : new(NotePieceKind.Code, _nameOf(reference)));
                break;
        }
    }

    private void EndWords()
    {
        var text = _words.ToString();
        _words.Clear();
        if (text.Trim() is not { Length: > 0 } trimmed)
        {
            // A space stays for what comes next.
            _words.Append(text.Length > 0 && _line.Count > 0 ? " " : "");
            return;
        }

        var plain = string.Join(" ", trimmed.Split([' '], StringSplitOptions.RemoveEmptyEntries));
        var isApart = text[0] == ' ' && _line.Count > 0 && !(_line[_line.Count - 1] is { Kind: NotePieceKind.Text } before && before.Text.EndsWith(" ", StringComparison.Ordinal));
        var end = text[text.Length - 1] == ' ' ? " " : "";
        if (_mark != NotePieceKind.Text)
        {
            _words.Append(isApart ? " " : "");
            AddApart(new(_mark, plain));
            _words.Append(end);
        }
        else
        {
            _line.Add(new(NotePieceKind.Text, (isApart ? " " : "") + plain + end));
        }
    }

    /// <summary>Adds a piece after the space that is open.</summary>
    private void AddApart(NotePiece piece)
    {
        if (_words.Length > 0)
        {
            _line.Add(new(NotePieceKind.Text, " "));
            _words.Clear();
        }

        _line.Add(piece);
    }

    private void EndParagraph()
    {
        if (EndLine() is { } paragraph)
        {
            _blocks.Add(new(NoteBlockKind.Paragraph, [paragraph]));
        }
    }

    private void EndItem()
    {
        if (EndLine() is { } item)
        {
            _items.Add(item);
        }
    }

    private void EndList()
    {
        if (_listDepth > 0 || _items.Count > 0)
        {
            EndItem();
        }

        _listDepth = 0;
        if (_items.Count > 0)
        {
            _blocks.Add(new(_isNumbered ? NoteBlockKind.Steps : NoteBlockKind.Items, [.. _items]));
            _items.Clear();
        }
    }

    private NotePiece[]? EndLine()
    {
        EndWords();
        _words.Clear();
        _mark = NotePieceKind.Text;
        while (_line.Count > 0 && _line[_line.Count - 1] is { Kind: NotePieceKind.Text } last)
        {
            _line.RemoveAt(_line.Count - 1);
            if (last.Text.TrimEnd() is { Length: > 0 } text)
            {
                _line.Add(new(NotePieceKind.Text, text));
                break;
            }
        }

        if (_line.Count == 0)
        {
            return null;
        }

        NotePiece[] result = [.. _line];
        _line.Clear();
        return result;
    }

    /// <summary>Lines of code, without what all of them are indented by.</summary>
    private void AddCode(string code)
    {
        var lines = code.Replace("\r", "").Split('\n').ToList();
        while (lines.Count > 0 && lines[0].Trim().Length == 0)
        {
            lines.RemoveAt(0);
        }

        while (lines.Count > 0 && lines[lines.Count - 1].Trim().Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count > 0)
        {
            var indent = lines.Where(text => text.Trim().Length > 0).Min(text => text.Length - text.TrimStart().Length);
            var text = new StringBuilder();
            foreach (var line in lines)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(line.Length < indent ? "" : line.Substring(indent).TrimEnd());
            }

            _blocks.Add(new(NoteBlockKind.Code, [[new(NotePieceKind.Text, Decoded(text.ToString()))]]));
        }
    }

    private static string Decoded(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&')
            {
                var (piece, end) = EntityAt(text, i);
                result.Append(piece);
                i = end;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
