using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>Parses calls of intrinsic functions.</summary>
internal sealed class IntrinsicParser
{
    private readonly string _text;
    private int _at;
    private PathError? _error;

    public IntrinsicParser(string text) => _text = text;

    public bool TryParse([NotNullWhen(true)] out IntrinsicCall? call, [NotNullWhen(false)] out PathError? error)
    {
        call = ReadCall(1);
        SkipSpace();
        if (call is not null && _at < _text.Length)
        {
            Fail("The call is complete, but more text follows.");
        }

        error = _error;
        call = error is null ? call : null;
        return call is not null && error is null;
    }

    private IntrinsicCall? ReadCall(int depth)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_'))
        {
            _at++;
        }

        var name = _text.Substring(start, _at - start);
        if (!IntrinsicFunction.All.TryGetValue(name, out var function))
        {
            _at = start;
            return Fail(name.Length == 0 ? "The name of a function is expected here." : $"There is no intrinsic function '{name}'.");
        }

        if (depth > IntrinsicCall.MaxDepth)
        {
            return Fail($"Calls of intrinsic functions can be nested at most {IntrinsicCall.MaxDepth.ToString(CultureInfo.InvariantCulture)} levels deep.");
        }

        SkipSpace();
        if (!Skip('('))
        {
            return Fail("A '(' should follow the function's name.");
        }

        var arguments = new List<IntrinsicArgument>();
        SkipSpace();
        if (!Skip(')'))
        {
            do
            {
                SkipSpace();
                if (ReadArgument(function, depth) is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
                SkipSpace();
            }
            while (Skip(','));

            if (!Skip(')'))
            {
                return Fail("A ',' or ')' is expected here.");
            }
        }

        if (arguments.Count < function.MinArguments || arguments.Count > function.MaxArguments)
        {
            return Fail($"{name} does not take {arguments.Count.ToString(CultureInfo.InvariantCulture)} arguments.");
        }

        return new(name, arguments);
    }

    private IntrinsicArgument? ReadArgument(IntrinsicFunction function, int depth)
    {
        if (_at >= _text.Length)
        {
            Fail("An argument is expected here.");
            return null;
        }

        var start = _at;
        IntrinsicArgument? argument = _text[_at] switch
        {
            '\'' => ReadText(),
            '$' => ReadPath(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            't' when SkipWord("true") => new LiteralArgument(JsonBoolean.True, null),
            'f' when SkipWord("false") => new LiteralArgument(JsonBoolean.False, null),
            'n' when SkipWord("null") => new LiteralArgument(JsonNull.Instance, null),
            _ => ReadCall(depth + 1) is { } call ? new CallArgument(call) : null,
        };
        if (function.TakesNumbers && argument is LiteralArgument { Value.Kind: not JsonKind.Number })
        {
            _at = start;
            Fail($"{function.Name} takes numbers.");
            return null;
        }

        return argument;
    }

    private LiteralArgument? ReadText()
    {
        _at++;
        var value = new StringBuilder();
        var template = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == '\'')
            {
                return new(new JsonString(value.ToString()), template.ToString());
            }

            if (c == '\\')
            {
                if (_at >= _text.Length || _text[_at] is not ('\'' or '{' or '}' or '\\'))
                {
                    _at--;
                    Fail("Only \\', \\{, \\} and \\\\ are escapes.");
                    return null;
                }

                c = _text[_at++];
                if (c != '\'')
                {
                    template.Append('\\');
                }
            }

            value.Append(c);
            template.Append(c);
        }

        Fail("The quote is not closed.");
        return null;
    }

    private PathArgument? ReadPath()
    {
        var start = _at;
        var depth = 0;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c is '\'' or '"')
            {
                var close = _text.IndexOf(c, _at + 1);
                _at = close < 0 ? _text.Length - 1 : close;
            }
            else if (c is '(' or '[')
            {
                depth++;
            }
            else if (c == ']' || (c == ')' && depth > 0))
            {
                depth--;
            }
            else if (depth <= 0 && c is ',' or ')')
            {
                break;
            }
        }

        if (PathExpression.TryParse(_text.Substring(start, _at - start), out var path, out var error))
        {
            return new(path);
        }

        _error ??= error with { Offset = start + error.Offset };
        return null;
    }

    private LiteralArgument? ReadNumber()
    {
        var start = _at;
        while (_at < _text.Length && (_text[_at] is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9')))
        {
            _at++;
        }

        if (JsonValue.TryParse(_text.Substring(start, _at - start), out var value, out _))
        {
            return new(value, null);
        }

        _at = start;
        Fail("This is no number.");
        return null;
    }

    private bool SkipWord(string word)
    {
        var end = _at + word.Length;
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0 || (end < _text.Length && char.IsLetterOrDigit(_text[end])))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private bool Skip(char c)
    {
        if (_at < _text.Length && _text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private IntrinsicCall? Fail(string message)
    {
        _error ??= new(message, _at);
        return null;
    }
}
