using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>Parses JSONPath as Step Functions accepts it. It accepts more than the RFC: hyphens in names, <c>$.[0]</c>, and names without quotes in filters.</summary>
internal sealed class PathParser
{
    private readonly string _text;
    private readonly int _end;
    private readonly List<PathSegment> _segments = [];
    private int _at;
    private PathError? _error;

    public PathParser(string text)
    {
        _text = text;
        _end = text.TrimEnd().Length;
    }

    public bool TryParse([NotNullWhen(true)] out PathExpression? path, [NotNullWhen(false)] out PathError? error)
    {
        path = null;
        if (!Skip('$'))
        {
            error = new("A path starts with '$'.", _at);
            return false;
        }

        var root = PathRoot.Input;
        string? variable = null;
        if (Skip('$'))
        {
            root = PathRoot.Context;
        }
        else if (_at < _end && Identifiers.IsStart(_text, _at))
        {
            var start = _at;
            _at = Identifiers.End(_text, _at, _end);
            variable = _text.Substring(start, _at - start);
            root = PathRoot.Variable;
        }

        while (_at < _end && _error is null)
        {
            ReadSegment();
        }

        error = _error;
        if (error is not null)
        {
            return false;
        }

        path = new(_text, root, variable, _segments);
        return true;
    }

    private void ReadSegment()
    {
        if (Skip('['))
        {
            ReadBrackets();
            return;
        }

        if (!Skip('.'))
        {
            Fail("A path continues with '.' or '['.");
            return;
        }

        if (Skip('.'))
        {
            _segments.Add(new DescendantsSegment());
        }

        if (_at >= _end)
        {
            Fail("A name is missing at the end of the path.");
        }
        else if (Skip('*'))
        {
            _segments.Add(new WildcardSegment());
        }
        else if (!Skip('['))
        {
            ReadName();
        }
        else
        {
            ReadBrackets();
        }
    }

    private void ReadName()
    {
        var start = _at;
        while (_at < _end && !IsNameEnd(_text[_at]))
        {
            _at++;
        }

        if (_at == start)
        {
            Fail("A name is missing.");
            return;
        }

        var name = _text.Substring(start, _at - start);
        if (!Skip('('))
        {
            _segments.Add(new MemberSegment(name));
            return;
        }

        var arguments = _at;
        if (SkipTo(')'))
        {
            _segments.Add(new FunctionSegment(name, _text.Substring(arguments, _at - arguments - 1)));
        }
    }

    private void ReadBrackets()
    {
        SkipSpace();
        if (Skip('*'))
        {
            _segments.Add(new WildcardSegment());
        }
        else if (Skip('?'))
        {
            SkipSpace();
            var parenthesised = Skip('(');
            var start = _at;
            if (!SkipTo(parenthesised ? ')' : ']'))
            {
                return;
            }

            var condition = _text.Substring(start, _at - start - 1).Trim();
            if (condition.Length == 0)
            {
                Fail("The filter has no condition.");
                return;
            }

            _segments.Add(new FilterSegment(condition));
            if (!parenthesised)
            {
                return;
            }
        }
        else
        {
            ReadSelectors();
        }

        SkipSpace();
        if (_error is null && !Skip(']'))
        {
            Fail("A ']' is missing.");
        }
    }

    private void ReadSelectors()
    {
        var parts = new List<PathSegment>();
        do
        {
            SkipSpace();
            if (_at < _end && _text[_at] is '\'' or '"')
            {
                if (ReadQuoted() is not { } name)
                {
                    return;
                }

                parts.Add(new MemberSegment(name));
            }
            else
            {
                var start = ReadInteger();
                SkipSpace();
                if (Skip(':'))
                {
                    SkipSpace();
                    var end = ReadInteger();
                    SkipSpace();
                    parts.Add(new SliceSegment(start, end, Skip(':') ? ReadInteger() : null));
                }
                else if (start is { } index)
                {
                    parts.Add(new IndexSegment(index));
                }
                else
                {
                    Fail("An index, a quoted name, '*' or '?' should follow '['.");
                    return;
                }
            }

            SkipSpace();
        }
        while (Skip(','));

        if (parts.Count > 1 && parts.Exists(part => part is SliceSegment))
        {
            Fail("A slice cannot be combined with other indexes.");
            return;
        }

        _segments.Add(parts.Count == 1 ? parts[0] : new UnionSegment(parts));
    }

    private string? ReadQuoted()
    {
        var quote = _text[_at++];
        var name = new StringBuilder();
        while (_at < _end)
        {
            var c = _text[_at++];
            if (c == quote)
            {
                return name.ToString();
            }

            // Before any other character a backslash is literal, as recorded on AWS.
            if (c == '\\' && _at < _end && (_text[_at] == quote || _text[_at] == '\\'))
            {
                c = _text[_at++];
            }

            name.Append(c);
        }

        Fail("The quote is not closed.");
        return null;
    }

    private int? ReadInteger()
    {
        var start = _at;
        Skip('-');
        while (_at < _end && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        if (int.TryParse(_text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        _at = start;
        return null;
    }

    /// <summary>Skips to the index after the closing character, over quoted text and matched brackets.</summary>
    private bool SkipTo(char close)
    {
        var opened = new Stack<char>();
        opened.Push(close);
        while (_at < _end)
        {
            var c = _text[_at];
            if (c is '\'' or '"')
            {
                if (ReadQuoted() is null)
                {
                    return false;
                }

                continue;
            }

            _at++;
            if (c == opened.Peek())
            {
                opened.Pop();
                if (opened.Count == 0)
                {
                    return true;
                }
            }
            else if (c is '(' or '[')
            {
                opened.Push(c == '(' ? ')' : ']');
            }
            else if (c is ')' or ']')
            {
                break;
            }
        }

        Fail($"A '{opened.Peek()}' is missing.");
        return false;
    }

    private static bool IsNameEnd(char c) => c is '.' or '[' or ']' or '(' or ')' or '*' or ',' or '\'' or '"' or '?' or '@' || char.IsWhiteSpace(c) || char.IsControl(c);

    private void SkipSpace()
    {
        while (_at < _end && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private bool Skip(char c)
    {
        if (_at < _end && _text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Fail(string message) => _error ??= new(message, _at);
}
