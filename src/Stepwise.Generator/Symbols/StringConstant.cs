using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Symbols;

/// <summary>Maps each UTF-16 unit of a string constant to its place in the source. It knows every kind of string literal, and sums of literals. It runs only if there is something to report.</summary>
internal sealed class StringConstant
{
    private readonly StringBuilder _text = new();

    /// <summary>The place in the source of each unit of the text.</summary>
    private readonly List<TextSpan> _sources = [];

    /// <summary>The place of a part of a constant. If the place of the part is not known, as for a constant that is declared elsewhere, it is the place of the whole constant.</summary>
    public static Location Locate(Location constant, TextPart part, CancellationToken cancellationToken)
    {
        if (constant.SourceTree is not { } tree
            || tree.GetRoot(cancellationToken).FindNode(constant.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
        {
            return constant;
        }

        var source = new StringConstant();
        return source.TryAdd(expression) && source.Find(part) is { } span ? Location.Create(tree, span) : constant;
    }

    private TextSpan? Find(TextPart part)
    {
        if (_sources.Count == 0)
        {
            return null;
        }

        var first = Math.Min(part.Start, _sources.Count - 1);
        var length = part.Length > 0 ? part.Length : TokenLength(first);
        var last = Math.Min(first + length, _sources.Count) - 1;
        return TextSpan.FromBounds(_sources[first].Start, _sources[last].End);
    }

    /// <summary>The length of the JSON token, or of the placeholder of a template, that begins at a unit.</summary>
    private int TokenLength(int start)
    {
        switch (_text[start])
        {
            case '"':
                for (var end = start + 1; end < _text.Length; end++)
                {
                    if (_text[end] == '\\')
                    {
                        end++;
                    }
                    else if (_text[end] == '"')
                    {
                        return end + 1 - start;
                    }
                }

                return _text.Length - start;
            case '<':
                for (var end = start + 1; end < _text.Length; end++)
                {
                    if (_text[end] == '>')
                    {
                        return end + 1 - start;
                    }
                }

                return 1;
            default:
                var after = start;
                while (after < _text.Length && (char.IsLetterOrDigit(_text[after]) || _text[after] is '-' or '+' or '.'))
                {
                    after++;
                }

                return Math.Max(after - start, 1);
        }
    }

    private bool TryAdd(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryAdd(parenthesized.Expression);
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return TryAdd(sum.Left) && TryAdd(sum.Right);
            case LiteralExpressionSyntax { Token: var token } when token.Value is string value:
                var start = _text.Length;
                switch (token.Kind())
                {
                    case SyntaxKind.SingleLineRawStringLiteralToken:
                        AddRaw(token);
                        break;
                    case SyntaxKind.MultiLineRawStringLiteralToken:
                        AddRawLines(token);
                        break;
                    case SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal):
                        AddVerbatim(token);
                        break;
                    case SyntaxKind.StringLiteralToken:
                        AddEscaped(token);
                        break;
                    default:
                        return false;
                }

                return _text.Length - start == value.Length && _text.ToString(start, value.Length) == value;
            default:
                return false;
        }
    }

    private void Add(char unit, int start, int length)
    {
        _text.Append(unit);
        _sources.Add(new TextSpan(start, length));
    }

    private void AddRange(SyntaxToken token, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            Add(token.Text[i], token.SpanStart + i, 1);
        }
    }

    private void AddRaw(SyntaxToken token)
    {
        var quotes = QuotesOf(token.Text);
        AddRange(token, quotes, token.Text.Length - quotes);
    }

    /// <summary>Adds the lines between the quotes, without the indentation of the closing quotes and without the last line break.</summary>
    private void AddRawLines(SyntaxToken token)
    {
        var source = token.Text;
        var end = source.Length - QuotesOf(source);
        var line = source.IndexOf('\n') + 1;
        var lastLine = source.LastIndexOf('\n', Math.Max(end - 1, 0)) + 1;
        if (line == 0 || lastLine <= line)
        {
            return;
        }

        var indentation = end - lastLine;
        end = lastLine - (source[lastLine - 2] == '\r' ? 2 : 1);
        while (line <= end)
        {
            var next = source.IndexOf('\n', line) + 1;
            var lineEnd = Math.Min(next == 0 ? end : next, end);
            var start = line;
            while (start < lineEnd && start - line < indentation && source[start] is not ('\r' or '\n'))
            {
                start++;
            }

            AddRange(token, start, lineEnd);
            if (next == 0 || next > end)
            {
                return;
            }

            line = next;
        }
    }

    private void AddVerbatim(SyntaxToken token)
    {
        for (var i = 2; i < token.Text.Length - 1; i++)
        {
            var length = token.Text[i] == '"' ? 2 : 1;
            Add(token.Text[i], token.SpanStart + i, length);
            i += length - 1;
        }
    }

    private void AddEscaped(SyntaxToken token)
    {
        var source = token.Text;
        for (var i = 1; i < source.Length - 1;)
        {
            if (source[i] != '\\')
            {
                Add(source[i], token.SpanStart + i, 1);
                i++;
                continue;
            }

            var length = EscapeLength(source, i);
            foreach (var unit in Unescape(source.Substring(i, length)))
            {
                Add(unit, token.SpanStart + i, length);
            }

            i += length;
        }
    }

    private static int EscapeLength(string source, int start)
    {
        var kind = start + 1 < source.Length ? source[start + 1] : '\0';
        var digits = kind switch
        {
            'u' or 'x' => 4,
            'U' => 8,
            _ => 0,
        };
        var end = start + 2;
        while (end < source.Length && end - start - 2 < digits && Uri.IsHexDigit(source[end]))
        {
            end++;
        }

        return Math.Min(end, source.Length) - start;
    }

    private static string Unescape(string escape)
    {
        var kind = escape.Length > 1 ? escape[1] : '\0';
        if (kind is 'u' or 'x' or 'U')
        {
            return uint.TryParse(escape.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code <= 0x10FFFF
                ? code > 0xFFFF ? char.ConvertFromUtf32((int)code) : ((char)code).ToString()
                : "";
        }

        return kind switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            'e' => "\u001b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            _ => kind.ToString(),
        };
    }

    private static int QuotesOf(string source)
    {
        var count = 0;
        while (count < source.Length && source[count] == '"')
        {
            count++;
        }

        return count;
    }
}
