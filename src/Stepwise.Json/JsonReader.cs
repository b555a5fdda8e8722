using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Stepwise.Json;

/// <summary>Reads JSON text (RFC 8259) into values, with the position of each. Errors are data, not exceptions, until the surface is reached.</summary>
internal sealed class JsonReader
{
    /// <summary>The deepest nesting that is read; what reads values recursively, such as the writer, must not run out of stack.</summary>
    public const int DepthLimit = 512;

    private readonly string _text;
    private readonly int _maxDepth;
    private readonly bool _keepDuplicates;
    private readonly List<JsonValue> _items = [];
    private readonly List<JsonMember> _members = [];
    private readonly List<OpenValue> _open = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private JsonSyntaxError? _error;
    private HashSet<string>? _names;

    public JsonReader(string text, JsonReadOptions options)
    {
        _text = text;
        _maxDepth = Math.Min(options.MaxDepth, DepthLimit);
        _keepDuplicates = options.DuplicateNames == DuplicateNames.Keep;
    }

    private JsonPosition Here => new(_line, _at - _lineStart + 1, _at);

    public bool TryRead([NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        SkipSpace();
        value = ReadValue();
        if (value is not null)
        {
            SkipSpace();
            if (_at < _text.Length)
            {
                value = Fail($"The value is complete, but {Describe()} follows.");
            }
        }

        error = _error;
        return error is null && value is not null;
    }

    /// <summary>Reads one value without recursion: what is open is kept in a list, so that the size of the stack does not matter.</summary>
    private JsonValue? ReadValue()
    {
        while (true)
        {
            if (ReadScalarOrOpen() is not { } value)
            {
                if (_error is not null)
                {
                    return null;
                }

                continue;
            }

            while (true)
            {
                if (_open.Count == 0)
                {
                    return value;
                }

                var open = _open[_open.Count - 1];
                JsonValue? closed = open.IsObject ? AddMember(open, value) : AddItem(open, value);
                if (_error is not null)
                {
                    return null;
                }

                if (closed is null)
                {
                    break;
                }

                value = closed;
            }
        }
    }

    /// <summary>Reads a value that is complete at once, or opens an array or object and stops before its first element; null in the latter case and after an error.</summary>
    private JsonValue? ReadScalarOrOpen()
    {
        if (_at >= _text.Length)
        {
            return Fail("The text ends where a value should be.");
        }

        var position = Here;
        switch (_text[_at])
        {
            case '{' or '[':
                return Open(position);
            case '"':
                return ReadString(out var isLiteral) is { } text ? new JsonString(text, isLiteral, position) : null;
            case 't' when Skip("true"):
                return new JsonBoolean(true, position);
            case 'f' when Skip("false"):
                return new JsonBoolean(false, position);
            case 'n' when Skip("null"):
                return new JsonNull(position);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber(position);
            default:
                return Fail($"A value cannot begin with {Describe()}.");
        }
    }

    private JsonValue? Open(JsonPosition position)
    {
        if (_open.Count >= _maxDepth)
        {
            return Fail($"Arrays and objects lie more than {_maxDepth.ToString(CultureInfo.InvariantCulture)} deep in each other.");
        }

        var isObject = _text[_at++] == '{';
        SkipSpace();
        if (Skip(isObject ? '}' : ']'))
        {
            return isObject ? new JsonObject([], hasDuplicateNames: false, position) : (JsonValue)new JsonArray([], position);
        }

        var open = new OpenValue(isObject, isObject ? _members.Count : _items.Count, position);
        _open.Add(open);
        if (isObject)
        {
            ReadName(open);
        }

        return null;
    }

    /// <summary>Adds an element to the open array; the array when that was the last, otherwise null before the next.</summary>
    private JsonArray? AddItem(OpenValue open, JsonValue item)
    {
        _items.Add(item);
        SkipSpace();
        if (Skip(']'))
        {
            _open.RemoveAt(_open.Count - 1);
            var items = new JsonValue[_items.Count - open.First];
            _items.CopyTo(open.First, items, 0, items.Length);
            _items.RemoveRange(open.First, items.Length);
            return new JsonArray(items, open.Position);
        }

        if (!Skip(','))
        {
            Fail(_at < _text.Length ? $"An array goes on with ',' or ends with ']', not {Describe()}." : "The text ends inside an array.");
        }

        SkipSpace();
        return null;
    }

    /// <summary>Adds a member to the open object; the object when that was the last, otherwise null before the value of the next.</summary>
    private JsonObject? AddMember(OpenValue open, JsonValue value)
    {
        _members.Add(new JsonMember(open.Name, value, open.IsNameLiteral, open.NamePosition));
        SkipSpace();
        if (Skip('}'))
        {
            _open.RemoveAt(_open.Count - 1);
            return FinishObject(open.First, open.Position);
        }

        if (Skip(','))
        {
            SkipSpace();
            ReadName(open);
        }
        else
        {
            Fail(_at < _text.Length ? $"An object goes on with ',' or ends with '}}', not {Describe()}." : "The text ends inside an object.");
        }

        return null;
    }

    private void ReadName(OpenValue open)
    {
        open.NamePosition = Here;
        if (_at >= _text.Length || _text[_at] != '"')
        {
            Fail(_at < _text.Length ? $"A name in double quotes should be here, not {Describe()}." : "The text ends inside an object.");
            return;
        }

        if (ReadString(out var isLiteral) is not { } name)
        {
            return;
        }

        open.Name = name;
        open.IsNameLiteral = isLiteral;
        SkipSpace();
        if (!Skip(':'))
        {
            Fail(_at < _text.Length ? $"A ':' should follow the name, not {Describe()}." : "The text ends after a name.");
        }

        SkipSpace();
    }

    private JsonObject? FinishObject(int first, JsonPosition position)
    {
        var members = new JsonMember[_members.Count - first];
        _members.CopyTo(first, members, 0, members.Length);
        _members.RemoveRange(first, members.Length);
        var duplicate = FindDuplicate(members);
        if (duplicate >= 0 && !_keepDuplicates)
        {
            _error ??= new($"The name '{members[duplicate].Name}' occurs twice in this object.", members[duplicate].NamePosition.GetValueOrDefault());
            return null;
        }

        return new JsonObject(members, duplicate >= 0, position);
    }

    private int FindDuplicate(JsonMember[] members)
    {
        if (members.Length > 8)
        {
            _names ??= new(StringComparer.Ordinal);
            _names.Clear();
            for (var i = 0; i < members.Length; i++)
            {
                if (!_names.Add(members[i].Name))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = 1; i < members.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(members[i].Name, members[j].Name, StringComparison.Ordinal))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private string? ReadString(out bool isLiteral)
    {
        isLiteral = false;
        var start = _at + 1;
        for (var i = start; i < _text.Length; i++)
        {
            var c = _text[i];
            if (c == '"')
            {
                _at = i + 1;
                return _text.Substring(start, i - start);
            }

            if (c == '\\')
            {
                return ReadStringWithEscapes(start, i, out isLiteral);
            }

            if (c < ' ')
            {
                break;
            }
        }

        return ReadStringWithEscapes(start, start, out isLiteral);
    }

    private string? ReadStringWithEscapes(int start, int at, out bool isLiteral)
    {
        var result = new StringBuilder();
        result.Append(_text, start, at - start);
        var escapedBrace = false;
        var bareBrace = HoldsBareBrace(start, at);
        isLiteral = false;
        _at = at;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '"')
            {
                _at++;
                isLiteral = escapedBrace && !bareBrace;
                return result.ToString();
            }

            if (c < ' ')
            {
                Fail(c is '\n' or '\r' ? "The line ends inside a string; write the line break as \\n." : $"A string cannot hold {Describe()}; write it as an escape.");
                return null;
            }

            if (c != '\\')
            {
                bareBrace |= c == '{' && EndsWithSigil(result);
                result.Append(c);
                _at++;
                continue;
            }

            if (ReadEscape() is not { } unescaped)
            {
                return null;
            }

            escapedBrace |= unescaped == '{' && EndsWithSigil(result);
            result.Append(unescaped);
        }

        Fail("The text ends inside a string.");
        return null;
    }

    private bool HoldsBareBrace(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (_text[i] == '{' && _text[i - 1] is '$' or '%')
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithSigil(StringBuilder text) => text.Length > 0 && text[text.Length - 1] is '$' or '%';

    /// <summary>Reads the escape at the backslash; null after an error.</summary>
    private char? ReadEscape()
    {
        if (_at + 1 >= _text.Length)
        {
            _at = _text.Length;
            Fail("The text ends inside a string.");
            return null;
        }

        var c = _text[_at + 1];
        char? simple = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (simple is not null)
        {
            _at += 2;
            return simple;
        }

        if (c != 'u')
        {
            Fail("This is no escape of JSON; a backslash is written \\\\.");
            return null;
        }

        var code = 0;
        for (var i = _at + 2; i < _at + 6; i++)
        {
            var digit = i < _text.Length ? HexDigit(_text[i]) : -1;
            if (digit < 0)
            {
                Fail("Four hexadecimal digits should follow \\u.");
                return null;
            }

            code = (code << 4) | digit;
        }

        _at += 6;
        return (char)code;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private JsonNumber? ReadNumber(JsonPosition position)
    {
        var start = _at;
        var negative = Skip('-');
        var digitsStart = _at;
        long integer = 0;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            // Up to 18 digits cannot overflow; more are read as text below.
            integer = _at - digitsStart < 18 ? (integer * 10) + (_text[_at] - '0') : integer;
            _at++;
        }

        var digits = _at - digitsStart;
        if (digits == 0)
        {
            Fail("A digit should follow the minus sign.");
            return null;
        }

        if (digits > 1 && _text[digitsStart] == '0')
        {
            _at = digitsStart;
            Fail("A number cannot begin with 0.");
            return null;
        }

        var isInteger = true;
        if (Skip('.'))
        {
            isInteger = false;
            if (!SkipDigits())
            {
                Fail("A digit should follow the decimal point.");
                return null;
            }
        }

        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            isInteger = false;
            _at++;
            if (_at < _text.Length && _text[_at] is '+' or '-')
            {
                _at++;
            }

            if (!SkipDigits())
            {
                Fail("A digit should follow the exponent's sign.");
                return null;
            }
        }

        if (isInteger && digits <= 18)
        {
            return new JsonNumber(negative ? -integer : integer, position);
        }

        var text = _text.Substring(start, _at - start);
        if (isInteger && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            return new JsonNumber(large, position);
        }

        // The .NET Framework answers false where .NET answers infinity.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsInfinity(number))
        {
            _error ??= new("The number is too large.", position);
            return null;
        }

        return new JsonNumber(number, position);
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        return _at > start;
    }

    private void SkipSpace()
    {
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case ' ' or '\t':
                    break;
                case '\n':
                    _line++;
                    _lineStart = _at + 1;
                    break;
                case '\r':
                    if (_at + 1 < _text.Length && _text[_at + 1] == '\n')
                    {
                        _at++;
                    }

                    _line++;
                    _lineStart = _at + 1;
                    break;
                default:
                    return;
            }
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

    private bool Skip(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private JsonValue? Fail(string message)
    {
        _error ??= new(message, Here);
        return null;
    }

    private string Describe()
    {
        var c = _text[_at];
        return c is > ' ' and < '\u007f'
            ? "'" + c + "'"
            : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
    }

    /// <summary>An array or object that has begun and not ended, and the member that is being read.</summary>
    private sealed class OpenValue(bool isObject, int first, JsonPosition position)
    {
        public bool IsObject { get; } = isObject;

        /// <summary>Where its elements begin among all those that wait.</summary>
        public int First { get; } = first;

        public JsonPosition Position { get; } = position;

        public string Name { get; set; } = "";

        public bool IsNameLiteral { get; set; }

        public JsonPosition NamePosition { get; set; }
    }
}
