using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Documentation;

/// <summary>A documentation comment, from raw trivia: the compiler parses documentation only where the project asks for it, and the definition must not depend on that.</summary>
internal sealed class DocumentationComment
{
    private readonly string _xml;

    private DocumentationComment(string xml) => _xml = xml;

    /// <summary>The summary as one line of plain text.</summary>
    public string? Summary => PlainText(Content("summary"));

    /// <summary>What the document tells beyond the summary; null where there is nothing.</summary>
    public NotesModel? Notes
    {
        get
        {
            var notes = new NotesModel(Content("remarks"), Content("requirements"), Content("cost"), Content("troubleshooting"));
            return notes == NotesModel.None ? null : notes;
        }
    }

    /// <summary>Whether a piece of trivia belongs to a documentation comment. Where documentation is not parsed, it is a comment like any other.</summary>
    public static bool IsPart(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
        SyntaxKind.SingleLineCommentTrivia => trivia.ToString().StartsWith("///", StringComparison.Ordinal),
        SyntaxKind.MultiLineCommentTrivia => trivia.ToString().StartsWith("/**", StringComparison.Ordinal),
        _ => false,
    };

    public static DocumentationComment? Of(SyntaxNode declaration)
    {
        var trivia = declaration.GetLeadingTrivia();
        StringBuilder? text = null;
        foreach (var piece in trivia)
        {
            if (!IsPart(piece))
            {
                continue;
            }

            var raw = piece.ToFullString();
            if (raw.StartsWith("///", StringComparison.Ordinal))
            {
                text ??= new StringBuilder();
                foreach (var line in raw.Split('\n'))
                {
                    var content = line.Trim();
                    text.Append(content.StartsWith("///", StringComparison.Ordinal) ? content.Substring(3) : content).Append('\n');
                }
            }
            else
            {
                text ??= new StringBuilder();
                foreach (var line in raw.Substring(3, Math.Max(0, raw.Length - (raw.EndsWith("*/", StringComparison.Ordinal) ? 5 : 3))).Split('\n'))
                {
                    var content = line.Trim();
                    text.Append(content.StartsWith("*", StringComparison.Ordinal) ? content.Substring(1) : content).Append('\n');
                }
            }
        }

        return text is null ? null : new DocumentationComment(text.ToString());
    }

    /// <summary>The documentation of a property itself: <c>summary</c> and <c>example</c>.</summary>
    public ValueDocumentation? AsProperty() => Documentation(Summary, PlainText(Content("example")));

    /// <summary>What <c>param name="..." example="..."</c> says of a parameter.</summary>
    public ValueDocumentation? Parameter(string name)
    {
        for (var start = _xml.IndexOf("<param ", StringComparison.Ordinal); start >= 0; start = _xml.IndexOf("<param ", start + 1, StringComparison.Ordinal))
        {
            var close = _xml.IndexOf('>', start);
            if (close < 0)
            {
                return null;
            }

            var tag = _xml.Substring(start, close - start);
            if (Attribute(tag, "name") == name)
            {
                var end = _xml.IndexOf("</param>", close, StringComparison.Ordinal);
                var description = end < 0 || tag.EndsWith("/", StringComparison.Ordinal) ? null : PlainText(_xml.Substring(close + 1, end - close - 1));
                return Documentation(description, PlainText(Attribute(tag, "example")));
            }
        }

        return null;
    }

    private static ValueDocumentation? Documentation(string? description, string? example) => description is null && example is null ? null : new ValueDocumentation(description, example);

    private static string? Attribute(string tag, string name)
    {
        var start = tag.IndexOf(" " + name + "=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 3;
        var end = tag.IndexOf('"', start);
        return end < 0 ? null : tag.Substring(start, end - start);
    }

    /// <summary>What stands between a tag and its end.</summary>
    private string? Content(string tag)
    {
        var start = _xml.IndexOf("<" + tag + ">", StringComparison.Ordinal);
        var end = _xml.IndexOf("</" + tag + ">", StringComparison.Ordinal);
        return start < 0 || end < start ? null : _xml.Substring(start + tag.Length + 2, end - start - tag.Length - 2);
    }

    private static string? PlainText(string? body)
    {
        if (body is null)
        {
            return null;
        }

        var result = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            switch (body[i])
            {
                case '<':
                    var close = body.IndexOf('>', i);
                    if (close < 0)
                    {
                        result.Append(body[i]);
                        break;
                    }

                    result.Append(Reference(body.Substring(i + 1, close - i - 1)));
                    i = close;
                    break;
                case '&':
                    i = AppendEntity(body, i, result);
                    break;
                default:
                    result.Append(char.IsWhiteSpace(body[i]) ? ' ' : body[i]);
                    break;
            }
        }

        var words = result.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }

    /// <summary>The name that a tag such as <c>see cref="T:N.Type.Member"</c> refers to; nothing for other tags.</summary>
    private static string Reference(string tag) => NoteReader.ReferenceOf(tag) ?? (tag is "br/" or "br /" or "para" or "/para" ? " " : "");

    private static int AppendEntity(string body, int start, StringBuilder result)
    {
        var (text, end) = NoteReader.EntityAt(body, start);
        result.Append(text);
        return end;
    }
}
