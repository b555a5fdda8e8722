using System.Text;
using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Reading;

/// <summary>The summary of a documentation comment, from raw trivia: the compiler parses documentation only where the project asks for it, and the definition must not depend on that.</summary>
internal static class DocumentationSummary
{
    public static string? Read(SyntaxNode declaration)
    {
        var trivia = declaration.GetLeadingTrivia();
        StringBuilder? text = null;
        foreach (var piece in trivia)
        {
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
            else if (raw.StartsWith("/**", StringComparison.Ordinal))
            {
                text ??= new StringBuilder();
                foreach (var line in raw.Substring(3, Math.Max(0, raw.Length - (raw.EndsWith("*/", StringComparison.Ordinal) ? 5 : 3))).Split('\n'))
                {
                    var content = line.Trim();
                    text.Append(content.StartsWith("*", StringComparison.Ordinal) ? content.Substring(1) : content).Append('\n');
                }
            }
        }

        return text is null ? null : Summary(text.ToString());
    }

    private static string? Summary(string xml)
    {
        var start = xml.IndexOf("<summary>", StringComparison.Ordinal);
        var end = xml.IndexOf("</summary>", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return null;
        }

        var body = xml.Substring(start + "<summary>".Length, end - start - "<summary>".Length);
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

    /// <summary>The name that <c>see cref="T:N.Type.Member"</c> and its like refer to; nothing for other tags.</summary>
    private static string Reference(string tag)
    {
        foreach (var attribute in new[] { "cref=\"", "name=\"", "langword=\"" })
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

        return tag is "br/" or "br /" or "para" or "/para" ? " " : "";
    }

    private static int AppendEntity(string body, int start, StringBuilder result)
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
        result.Append(text ?? "&");
        return text is null ? start : end;
    }
}
