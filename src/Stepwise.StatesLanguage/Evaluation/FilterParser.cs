using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Parses the condition of a filter.</summary>
internal sealed class FilterParser
{
    /// <summary>The greatest depth of nested parentheses and negations.</summary>
    private const int MaxDepth = 100;

    /// <summary>The longest time that a regular expression may take for one value.</summary>
    private static readonly TimeSpan _matchTimeout = TimeSpan.FromSeconds(1);

    private readonly string _text;
    private int _at;

    public FilterParser(string text) => _text = text;

    /// <summary>Parses the whole text.</summary>
    /// <exception cref="EvaluationException">The text is not a condition.</exception>
    public FilterCondition Parse()
    {
        var condition = ReadOr(0);
        SkipSpace();
        return _at == _text.Length ? condition : throw Failure("an operator is expected here");
    }

    private FilterCondition ReadOr(int depth)
    {
        var left = ReadAnd(depth);
        while (Skip("||"))
        {
            left = new FilterCondition.Or(left, ReadAnd(depth));
        }

        return left;
    }

    private FilterCondition ReadAnd(int depth)
    {
        var left = ReadUnary(depth);
        while (Skip("&&"))
        {
            left = new FilterCondition.And(left, ReadUnary(depth));
        }

        return left;
    }

    private FilterCondition ReadUnary(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Failure("the condition is nested too deeply");
        }

        if (Skip("!"))
        {
            return new FilterCondition.Not(ReadUnary(depth + 1));
        }

        if (!Skip("("))
        {
            return ReadComparison();
        }

        var inner = ReadOr(depth + 1);
        return Skip(")") ? inner : throw Failure("a ')' is missing");
    }

    private FilterCondition ReadComparison()
    {
        var left = ReadOperand();
        SkipSpace();
        var @operator = FilterComparison.Operators.FirstOrDefault(IsNext);
        if (@operator is null)
        {
            return left.Path is not null ? new FilterCondition.Exists(left) : throw Failure("a comparison is expected here");
        }

        _at += @operator.Length;
        var right = ReadOperand();
        return (right.Pattern is null) == (@operator != "=~") && left.Pattern is null
            ? new FilterCondition.Comparison(left, @operator, right)
            : throw Failure("'=~' and a regular expression belong together");
    }

    private bool IsNext(string @operator)
        => string.CompareOrdinal(_text, _at, @operator, 0, @operator.Length) == 0
            && !(char.IsLetter(@operator[0]) && _at + @operator.Length < _text.Length && char.IsLetterOrDigit(_text[_at + @operator.Length]));

    private FilterOperand ReadOperand()
    {
        SkipSpace();
        if (_at == _text.Length)
        {
            throw Failure("a value or a path is missing");
        }

        return _text[_at] switch
        {
            '@' or '$' => ReadPath(),
            '\'' or '"' => new(ReadText(_text[_at])),
            '/' => ReadPattern(),
            '[' or '{' => new(ReadJson()),
            _ => new(ReadWord()),
        };
    }

    private FilterOperand ReadPath()
    {
        var start = _at;
        var isFromItem = _text[_at++] == '@';
        var depth = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is '\'' or '"')
            {
                SkipQuoted(c);
                continue;
            }

            if (depth == 0 && (c is ')' or ']' or '=' or '!' or '<' or '>' or '~' or '&' or '|' or ',' || char.IsWhiteSpace(c)))
            {
                break;
            }

            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            _at++;
        }

        var text = string.Concat("$", _text.AsSpan(start + 1, _at - start - 1));
        return PathExpression.TryParse(text, out var path, out var error) ? new(null, path, isFromItem) : throw Failure("the path is not valid: " + error.Message);
    }

    private string ReadText(char quote)
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == quote)
            {
                _at++;
                return text.ToString();
            }

            if (c == '\\' && _at + 1 < _text.Length)
            {
                c = _text[++_at] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    var other => other,
                };
            }

            text.Append(c);
        }

        throw Failure("a quote is not closed");
    }

    private FilterOperand ReadPattern()
    {
        var start = ++_at;
        while (_at < _text.Length && _text[_at] != '/')
        {
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        if (_at >= _text.Length)
        {
            throw Failure("the regular expression is not closed");
        }

        var pattern = _text.Substring(start, _at - start);
        var options = RegexOptions.CultureInvariant;
        for (_at++; _at < _text.Length && char.IsLetter(_text[_at]); _at++)
        {
            options |= _text[_at] switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        try
        {
            return new(null, Pattern: new(@"\A(?:" + pattern + @")\z", options, _matchTimeout));
        }
        catch (ArgumentException exception)
        {
            throw Failure("the regular expression is not valid: " + exception.Message);
        }
    }

    /// <summary>Reads an array or an object, in JSON or with single quotes.</summary>
    private JsonValue ReadJson()
    {
        var start = _at;
        var json = new StringBuilder();
        var depth = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is '\'' or '"')
            {
                json.Append(new JsonString(ReadText(c)).ToJson());
                continue;
            }

            json.Append(c);
            _at++;
            depth += c is '[' or '{' ? 1 : c is ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        if (JsonValue.TryParse(json.ToString(), out var value, out var error))
        {
            return value;
        }

        _at = start;
        throw Failure("the value is not JSON: " + error.Message);
    }

    private JsonValue ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '-' or '+' or '_'))
        {
            _at++;
        }

        var word = _text.Substring(start, _at - start);
        switch (word)
        {
            case "true" or "TRUE":
                return true;
            case "false" or "FALSE":
                return false;
            case "null":
                return JsonNull.Instance;
            default:
                if (word.Length > 0 && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                {
                    return long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : number;
                }

                _at = start;
                throw Failure("a value or a path is expected here");
        }
    }

    private void SkipQuoted(char quote)
    {
        for (_at++; _at < _text.Length && _text[_at] != quote; _at++)
        {
            _at += _text[_at] == '\\' ? 1 : 0;
        }

        _at = Math.Min(_at + 1, _text.Length);
    }

    private bool Skip(string token)
    {
        SkipSpace();

        // "!=" is an operator; a negation is not followed by '='.
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0 || (token == "!" && _at + 1 < _text.Length && _text[_at + 1] == '='))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private EvaluationException Failure(string what)
        => new(ErrorNames.Runtime, string.Create(CultureInfo.InvariantCulture, $"Failed to parse filter: [?({_text})], {what}, at position {_at}."));
}
