using System.Globalization;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>Reads tokens one at a time. It continues after errors and reaches the end of any text.</summary>
internal sealed class Tokenizer(string text, bool allowsNewerOperators, SyntaxErrors errors)
{
    private int _at;

    /// <summary>The offset of the next token. The parser sets it back to read a token again, or to the end to read no more.</summary>
    public int At
    {
        get => _at;
        set => _at = value;
    }

    /// <summary>Whether an unterminated token reaches to the end of the text, so that further errors at the end are consequences.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Reads the next token.</summary>
    /// <param name="afterOperand">Whether the token follows an operand, so that a slash is a division and does not begin a regular expression.</param>
    public Token Next(bool afterOperand)
    {
        SkipBlanks();
        if (_at >= text.Length)
        {
            return new(TokenKind.End, text.Length, text.Length, "(end)");
        }

        var start = _at;
        var c = text[start];
        if (c == '/' && !afterOperand)
        {
            return Regex(start);
        }

        var following = start + 1 < text.Length ? text[start + 1] : '\0';
        switch (c)
        {
            case '.' when following == '.':
                return Operator(TokenKind.Range, "..");
            case ':' when following == '=':
                return Operator(TokenKind.Bind, ":=");
            case '!' when following == '=':
                return Operator(TokenKind.NotEqual, "!=");
            case '>' when following == '=':
                return Operator(TokenKind.GreaterOrEqual, ">=");
            case '<' when following == '=':
                return Operator(TokenKind.LessOrEqual, "<=");
            case '*' when following == '*':
                return Operator(TokenKind.DoubleStar, "**");
            case '~' when following == '>':
                return Operator(TokenKind.Apply, "~>");
            case '?' when following == '?' && allowsNewerOperators:
                return Operator(TokenKind.Coalesce, "??");
            case '?' when following == ':' && allowsNewerOperators:
                return Operator(TokenKind.Default, "?:");
            case '.':
                return Operator(TokenKind.Dot, ".");
            case '[':
                return Operator(TokenKind.OpenBracket, "[");
            case ']':
                return Operator(TokenKind.CloseBracket, "]");
            case '{':
                return Operator(TokenKind.OpenBrace, "{");
            case '}':
                return Operator(TokenKind.CloseBrace, "}");
            case '(':
                return Operator(TokenKind.OpenParenthesis, "(");
            case ')':
                return Operator(TokenKind.CloseParenthesis, ")");
            case ',':
                return Operator(TokenKind.Comma, ",");
            case '@':
                return Operator(TokenKind.At, "@");
            case '#':
                return Operator(TokenKind.Hash, "#");
            case ';':
                return Operator(TokenKind.Semicolon, ";");
            case ':':
                return Operator(TokenKind.Colon, ":");
            case '?':
                return Operator(TokenKind.Question, "?");
            case '+':
                return Operator(TokenKind.Plus, "+");
            case '-':
                return Operator(TokenKind.Minus, "-");
            case '*':
                return Operator(TokenKind.Star, "*");
            case '/':
                return Operator(TokenKind.Slash, "/");
            case '%':
                return Operator(TokenKind.Percent, "%");
            case '|':
                return Operator(TokenKind.Bar, "|");
            case '=':
                return Operator(TokenKind.Equal, "=");
            case '<':
                return Operator(TokenKind.Less, "<");
            case '>':
                return Operator(TokenKind.Greater, ">");
            case '^':
                return Operator(TokenKind.Caret, "^");
            case '&':
                return Operator(TokenKind.Ampersand, "&");
            case '"' or '\'':
                return String(start, c);
            case >= '0' and <= '9':
                return Number(start);
            case '`':
                return QuotedName(start);
            default:
                return Name(start);
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\v';

    private static bool EndsName(char c)
        => IsBlank(c) || c is '.' or '[' or ']' or '{' or '}' or '(' or ')' or ',' or '@' or '#' or ';' or ':' or '?' or '+' or '-' or '*' or '/' or '%' or '|' or '=' or '<' or '>' or '^' or '&' or '!' or '~';

    /// <summary>Skips blanks, comments, and the two characters that end a name and have no other meaning.</summary>
    private void SkipBlanks()
    {
        while (true)
        {
            while (_at < text.Length && IsBlank(text[_at]))
            {
                _at++;
            }

            if (_at < text.Length && text[_at] is '!' or '~' && !(_at + 1 < text.Length && text[_at + 1] == (text[_at] == '!' ? '=' : '>')))
            {
                _at++;
                errors.Form("S0204", _at, _at - 1, _at, new JsonString(text[_at - 1].ToString()));
                continue;
            }

            if (_at + 1 >= text.Length || text[_at] != '/' || text[_at + 1] != '*')
            {
                return;
            }

            var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                errors.Form("S0106", _at, _at, text.Length);
                IsCutOff = true;
                _at = text.Length;
                return;
            }

            _at = end + 2;
        }
    }

    private Token Operator(TokenKind kind, string symbol)
    {
        var start = _at;
        _at += symbol.Length;
        return new(kind, start, _at, symbol);
    }

    /// <summary>Reads to the slash that is neither escaped nor in brackets. A bracket does not count if a backslash precedes it.</summary>
    private Token Regex(int start)
    {
        var depth = 0;
        var backslashes = 0;
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '/' && depth == 0 && backslashes % 2 == 0)
            {
                var pattern = text.Substring(start + 1, i - start - 1);
                _at = i + 1;
                while (_at < text.Length && text[_at] is 'i' or 'm')
                {
                    _at++;
                }

                if (pattern.Length == 0)
                {
                    errors.Form("S0301", i, start, _at);
                }

                var flags = text.Substring(i + 1, _at - i - 1);
                if (pattern.Length > 0 && RegexTranslation.Translate(pattern, flags, out _, out var problem) is null)
                {
                    errors.Pattern(pattern, problem ?? "it cannot be read", start, _at);
                }

                return new(TokenKind.Regex, start, _at, pattern, Flags: flags);
            }

            if (backslashes == 0)
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        errors.Form("S0302", text.Length, start, text.Length);
        IsCutOff = true;
        _at = text.Length;
        return new(TokenKind.Regex, start, _at, text.Substring(start + 1), Flags: "");
    }

    private Token String(int start, char quote)
    {
        // Most strings have no escapes and are copied in one piece.
        var i = start + 1;
        while (i < text.Length && text[i] != quote && text[i] != '\\')
        {
            i++;
        }

        if (i < text.Length && text[i] == quote)
        {
            _at = i + 1;
            return new(TokenKind.String, start, _at, text.Substring(start + 1, i - start - 1));
        }

        var value = new StringBuilder().Append(text, start + 1, i - start - 1);
        while (i < text.Length && text[i] != quote)
        {
            if (text[i] != '\\')
            {
                value.Append(text[i++]);
                continue;
            }

            var escape = ++i < text.Length ? text[i] : '\0';
            switch (escape)
            {
                case '"' or '\\' or '/':
                    value.Append(escape);
                    break;
                case 'b':
                    value.Append('\b');
                    break;
                case 'f':
                    value.Append('\f');
                    break;
                case 'n':
                    value.Append('\n');
                    break;
                case 'r':
                    value.Append('\r');
                    break;
                case 't':
                    value.Append('\t');
                    break;
                case 'u' when HexDigits(i + 1, out var code):
                    value.Append(code);
                    i += 4;
                    break;
                case 'u':
                    errors.Form("S0104", i, i - 1, i + 1);
                    break;
                default:
                    errors.Form("S0103", Math.Min(i, text.Length), i - 1, Math.Min(i + 1, text.Length), new JsonString(i < text.Length ? escape.ToString() : ""));
                    break;
            }

            i++;
        }

        if (i >= text.Length)
        {
            errors.Form("S0101", text.Length, start, text.Length);
            IsCutOff = true;
        }

        _at = Math.Min(i + 1, text.Length);
        return new(TokenKind.String, start, _at, value.ToString());
    }

    private bool HexDigits(int at, out char code)
    {
        code = '\0';
        if (at + 4 > text.Length)
        {
            return false;
        }

        var value = 0;
        for (var i = at; i < at + 4; i++)
        {
            var c = text[i];
            var digit = c is >= '0' and <= '9' ? c - '0' : c is >= 'a' and <= 'f' ? c - 'a' + 10 : c is >= 'A' and <= 'F' ? c - 'A' + 10 : -1;
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | digit;
        }

        code = (char)value;
        return true;
    }

    private Token Number(int start)
    {
        var i = start + 1;
        if (text[start] != '0')
        {
            i = SkipDigits(i);
        }

        if (i + 1 < text.Length && text[i] == '.' && IsDigit(text[i + 1]))
        {
            i = SkipDigits(i + 2);
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            if (exponent < text.Length && IsDigit(text[exponent]))
            {
                i = SkipDigits(exponent + 1);
            }
        }

        _at = i;
        var digits = text.Substring(start, i - start);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsInfinity(number))
        {
            errors.Form("S0102", start, start, i, new JsonString(digits));
            number = 0;
        }

        return new(TokenKind.Number, start, i, digits, new JsonNumber(number));
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private int SkipDigits(int at)
    {
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private Token QuotedName(int start)
    {
        var end = text.IndexOf('`', start + 1);
        if (end < 0)
        {
            errors.Form("S0105", text.Length, start, text.Length);
            IsCutOff = true;
            end = text.Length;
        }

        _at = Math.Min(end + 1, text.Length);
        return new(TokenKind.Name, start, _at, text.Substring(start + 1, end - start - 1));
    }

    private Token Name(int start)
    {
        var i = start;
        while (i < text.Length && !EndsName(text[i]))
        {
            i++;
        }

        _at = i;
        if (text[start] == '$')
        {
            return new(TokenKind.Variable, start, i, text.Substring(start + 1, i - start - 1));
        }

        var name = text.Substring(start, i - start);
        return name switch
        {
            "or" => new(TokenKind.Or, start, i, name),
            "in" => new(TokenKind.In, start, i, name),
            "and" => new(TokenKind.And, start, i, name),
            "true" => new(TokenKind.Value, start, i, name, JsonBoolean.True),
            "false" => new(TokenKind.Value, start, i, name, JsonBoolean.False),
            "null" => new(TokenKind.Value, start, i, name, JsonNull.Instance),
            _ => new(TokenKind.Name, start, i, name),
        };
    }
}
