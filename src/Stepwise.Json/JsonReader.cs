using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
#if NET8_0_OR_GREATER
using System.Buffers;
using Text = System.ReadOnlySpan<char>;
#else
using Text = System.String;
#endif

namespace Stepwise.Json;

/// <summary>Reads JSON text (RFC 8259) into values with positions. Inside the reader an error is a value; only the public methods throw.</summary>
internal ref struct JsonReader
{
    /// <summary>The greatest depth that is read, so that code that visits values recursively, such as the writer, has enough stack.</summary>
    public const int DepthLimit = 512;

#if NET8_0_OR_GREATER
    /// <summary>The characters that end the plain part of a string: the quote, the backslash, and control characters, which are not allowed.</summary>
    private static readonly SearchValues<char> _notPlain = SearchValues.Create("\"\\" + new string([.. Enumerable.Range(0, ' ').Select(static c => (char)c)]));

    /// <summary>The powers of ten that a double holds exactly.</summary>
    private static readonly double[] _exactPowers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];
#endif

    private readonly Text _text;
    private readonly int _maxDepth;
    private readonly bool _keepDuplicates;
    private readonly ReadBuffers _buffers;
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private JsonSyntaxError? _error;

    private JsonReader(Text text, JsonReadOptions options, ReadBuffers buffers)
    {
        _text = text;
        _maxDepth = Math.Min(options.MaxDepth, DepthLimit);
        _keepDuplicates = options.DuplicateNames == DuplicateNames.Keep;
        _buffers = buffers;
    }

    private readonly JsonPosition Here => new(_line, _at - _lineStart + 1, _at);

    public static bool TryRead(Text text, JsonReadOptions options, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        var buffers = ReadBuffers.Take();
        var reader = new JsonReader(text, options, buffers);
        value = reader.ReadText();
        error = reader._error;
        buffers.GiveBack();
        return error is null && value is not null;
    }

    private JsonValue? ReadText()
    {
        SkipSpace();
        var value = ReadValue();
        if (value is not null)
        {
            SkipSpace();
            if (_at < _text.Length)
            {
                return Fail($"The value is complete, but {Describe()} follows.");
            }
        }

        return value;
    }

    /// <summary>Reads one value without recursion: open arrays and objects are in a list, so a deep text needs no deep stack.</summary>
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
                if (_buffers.OpenCount == 0)
                {
                    return value;
                }

                ref var open = ref _buffers.Innermost();
                JsonValue? closed = open.IsObject ? AddMember(ref open, value) : AddItem(ref open, value);
                if (closed is null)
                {
                    if (_error is not null)
                    {
                        return null;
                    }

                    break;
                }

                value = closed;
            }
        }
    }

    /// <summary>Reads a scalar or an empty array or object and returns it. Otherwise opens an array or object, stops before its first element, and returns null, as after an error.</summary>
    private JsonValue? ReadScalarOrOpen()
    {
        if (_at >= _text.Length)
        {
            return Fail("The text ends where a value should be.");
        }

        var c = _text[_at];
        if (c is '{' or '[')
        {
            return Open();
        }

        var at = _at;
        var position = PackedPosition.Of(_line, at - _lineStart + 1, at);
        JsonValue? value;
        switch (c)
        {
            case '"':
                value = ReadString(position);
                break;
            case '-' or (>= '0' and <= '9'):
                value = ReadNumber(position);
                break;
            case 't' when Skip("true"):
                value = new JsonBoolean(true, position);
                break;
            case 'f' when Skip("false"):
                value = new JsonBoolean(false, position);
                break;
            case 'n' when Skip("null"):
                value = new JsonNull(position);
                break;
            default:
                return Fail($"A value cannot begin with {Describe()}.");
        }

        if (position.IsAside && value is not null)
        {
            FarPositions.Keep(value, new(_line, at - _lineStart + 1, at));
        }

        return value;
    }

    private JsonValue? Open()
    {
        if (_buffers.OpenCount >= _maxDepth)
        {
            return Fail($"Arrays and objects lie more than {_maxDepth.ToString(CultureInfo.InvariantCulture)} deep in each other.");
        }

        var isObject = _text[_at] == '{';
        ref var open = ref _buffers.Open(isObject, _line, _at - _lineStart + 1, _at);
        _at++;
        SkipSpace();
        if (Skip(isObject ? '}' : ']'))
        {
            return isObject ? CloseObject(ref open) : CloseArray(ref open);
        }

        if (isObject)
        {
            ReadName(ref open);
        }

        return null;
    }

    /// <summary>Adds an element to the open array. Returns the array if it ends here; otherwise stops before the next element and returns null.</summary>
    private JsonArray? AddItem(ref ReadBuffers.OpenValue open, JsonValue item)
    {
        _buffers.AddItem(item);
        SkipSpace();
        if (Skip(']'))
        {
            return CloseArray(ref open);
        }

        if (!Skip(','))
        {
            Fail(_at < _text.Length ? $"An array goes on with ',' or ends with ']', not {Describe()}." : "The text ends inside an array.");
        }

        SkipSpace();
        return null;
    }

    /// <summary>Adds a member to the open object. Returns the object if it ends here; otherwise stops before the value of the next member and returns null.</summary>
    private JsonObject? AddMember(ref ReadBuffers.OpenValue open, JsonValue value)
    {
        if (_buffers.SetValue(value).IsNameFar)
        {
            FarPositions.KeepName(value, open.FarName);
        }

        if (open.EscapedInName is { } places)
        {
            SubstitutionBraces.KeepEscapedInName(value, places);
            open.EscapedInName = null;
        }

        SkipSpace();
        if (Skip('}'))
        {
            return CloseObject(ref open);
        }

        if (Skip(','))
        {
            SkipSpace();
            ReadName(ref open);
        }
        else
        {
            Fail(_at < _text.Length ? $"An object goes on with ',' or ends with '}}', not {Describe()}." : "The text ends inside an object.");
        }

        return null;
    }

    private void ReadName(ref ReadBuffers.OpenValue open)
    {
        if (_at >= _text.Length || _text[_at] != '"')
        {
            Fail(_at < _text.Length ? $"A name in double quotes should be here, not {Describe()}." : "The text ends inside an object.");
            return;
        }

        var start = _at + 1;
        var end = PlainEnd(start);
        var position = PackedPosition.Of(_line, _at - _lineStart + 1, _at);
        if (position.IsAside)
        {
            open.FarName = Here;
        }

        if (end < _text.Length && _text[end] == '"')
        {
            var hash = NameTable.HashOf(_text, start, end - start);
            var bit = 1UL << (int)(hash & 63);
            open.MayRepeatName |= (open.NamesSeen & bit) != 0;
            open.NamesSeen |= bit;
            _buffers.AddName(_buffers.Names.Get(_text, start, end - start, hash), position.With(true));
            _at = end + 1;
        }
        else
        {
            if (ReadStringWithEscapes(start, end, out var areBracesBare, out open.EscapedInName) is not { } name)
            {
                return;
            }

            open.MayRepeatName = true;
            _buffers.AddName(name, position.With(areBracesBare));
        }

        SkipSpace();
        if (!Skip(':'))
        {
            Fail(_at < _text.Length ? $"A ':' should follow the name, not {Describe()}." : "The text ends after a name.");
        }

        SkipSpace();
    }

    private readonly JsonArray CloseArray(ref ReadBuffers.OpenValue open)
    {
        var position = open.Position;
        var array = new JsonArray(_buffers.CloseArray(), position);
        if (position.IsAside)
        {
            FarPositions.Keep(array, new(open.Line, open.Column, open.Offset));
        }

        return array;
    }

    private JsonObject? CloseObject(ref ReadBuffers.OpenValue open)
    {
        var position = open.Position;
        var members = _buffers.CloseObject();
        var duplicate = open.MayRepeatName ? FindDuplicate(members) : -1;
        if (duplicate >= 0 && !_keepDuplicates)
        {
            _error ??= new($"The name '{members[duplicate].Name}' occurs twice in this object.", members[duplicate].NamePosition.GetValueOrDefault());
            return null;
        }

        var value = new JsonObject(members, duplicate >= 0, position);
        if (position.IsAside)
        {
            FarPositions.Keep(value, new(open.Line, open.Column, open.Offset));
        }

        return value;
    }

    private static int FindDuplicate(JsonMember[] members)
    {
        if (members.Length > 16)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < members.Length; i++)
            {
                if (!names.Add(members[i].Name))
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

    private JsonString? ReadString(PackedPosition position)
    {
        var start = _at + 1;
        var end = PlainEnd(start);
        if (end < _text.Length && _text[end] == '"')
        {
            _at = end + 1;
            return new(Part(start, end - start), areBracesBare: true, position);
        }

        if (ReadStringWithEscapes(start, end, out var areBracesBare, out var escapedBraces) is not { } text)
        {
            return null;
        }

        var value = new JsonString(text, areBracesBare, position);
        if (escapedBraces is not null)
        {
            SubstitutionBraces.KeepEscaped(value, escapedBraces);
        }

        return value;
    }

    /// <summary>The index of the first character at or after <paramref name="start"/> that is not plain; the length of the text if there is none.</summary>
    private readonly int PlainEnd(int start)
    {
#if NET8_0_OR_GREATER
        var length = _text[start..].IndexOfAny(_notPlain);
        return length < 0 ? _text.Length : start + length;
#else
        for (; start < _text.Length; start++)
        {
            if (_text[start] is '"' or '\\' or < ' ')
            {
                break;
            }
        }

        return start;
#endif
    }

    /// <summary>Reads a string that contains an escape.</summary>
    /// <param name="start">The index of the string's first character.</param>
    /// <param name="end">The index of its first character that is not plain.</param>
    /// <param name="areBracesBare">Whether a brace that begins a substitution is not escaped.</param>
    /// <param name="escapedBraces">The indexes of the escaped braces, if others are bare; otherwise null.</param>
    private string? ReadStringWithEscapes(int start, int end, out bool areBracesBare, out int[]? escapedBraces)
    {
        var result = new StringBuilder();
        List<int>? escaped = null;
        areBracesBare = HasBareBrace(start, end);
        escapedBraces = null;
        Append(result, start, end - start);
        _at = end;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '"')
            {
                _at++;
                escapedBraces = areBracesBare ? escaped?.ToArray() : null;
                return result.ToString();
            }

            if (c < ' ')
            {
                Fail(c is '\n' or '\r' ? "The line ends inside a string; write the line break as \\n." : $"A string cannot hold {Describe()}; write it as an escape.");
                return null;
            }

            if (c != '\\')
            {
                // This part follows an escape, and a brace after an escaped $ or % does not begin a substitution.
                end = PlainEnd(_at);
                NoteEscaped(c, result, ref escaped);
                areBracesBare |= HasBareBrace(_at, end);
                Append(result, _at, end - _at);
                _at = end;
                continue;
            }

            if (ReadEscape() is not { } unescaped)
            {
                return null;
            }

            NoteEscaped(unescaped, result, ref escaped);
            result.Append(unescaped);
        }

        Fail("The text ends inside a string.");
        return null;
    }

    private readonly bool HasBareBrace(int start, int end)
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

    private static void NoteEscaped(char next, StringBuilder before, ref List<int>? escaped)
    {
        if (next == '{' && before.Length > 0 && before[before.Length - 1] is '$' or '%')
        {
            (escaped ??= []).Add(before.Length);
        }
    }

    /// <summary>Reads the escape that begins at the current backslash. Returns null after an error.</summary>
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

    private JsonNumber? ReadNumber(PackedPosition position)
    {
        var text = _text;
        var start = _at;
        var at = start;
        var negative = text[at] == '-';
        at += negative ? 1 : 0;
        var digitsStart = at;

        // 18 digits cannot overflow. A number with more digits is parsed from its text below.
        long mantissa = 0;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            mantissa = at - digitsStart < 18 ? (mantissa * 10) + (text[at] - '0') : mantissa;
        }

        var digits = at - digitsStart;
        _at = at;
        if (digits == 0)
        {
            Fail("A digit should follow the minus sign.");
            return null;
        }

        if (digits > 1 && text[digitsStart] == '0')
        {
            _at = digitsStart;
            Fail("A number cannot begin with 0.");
            return null;
        }

        if (at >= text.Length || text[at] is not ('.' or 'e' or 'E'))
        {
            return digits <= 18 ? new JsonNumber(negative ? -mantissa : mantissa, position) : LargeInteger(Part(start, at - start), position);
        }

        var fraction = 0;
        if (text[at] == '.')
        {
            var fractionStart = ++at;
            for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
            {
                mantissa = digits + at - fractionStart < 18 ? (mantissa * 10) + (text[at] - '0') : mantissa;
            }

            fraction = at - fractionStart;
            _at = at;
            if (fraction == 0)
            {
                Fail("A digit should follow the decimal point.");
                return null;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            return ReadExponent(start, position);
        }

#if NET8_0_OR_GREATER
        // Both operands are exact, so the quotient is rounded once and is the nearest double.
        if (digits + fraction <= 18 && fraction < _exactPowers.Length && mantissa <= 1L << 53)
        {
            var quotient = mantissa / _exactPowers[fraction];
            return new JsonNumber(negative ? -quotient : quotient, position);
        }
#endif
        return Double(start, position);
    }

    private JsonNumber? ReadExponent(int start, PackedPosition position)
    {
        _at++;
        if (_at < _text.Length && _text[_at] is '+' or '-')
        {
            _at++;
        }

        var digits = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        if (_at == digits)
        {
            Fail("A digit should follow the exponent's sign.");
            return null;
        }

        return Double(start, position);
    }

    private JsonNumber? LargeInteger(string text, PackedPosition position)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? new JsonNumber(integer, position) : Double(_at - text.Length, position);

    private JsonNumber? Double(int start, PackedPosition position)
    {
#if NET8_0_OR_GREATER
        var text = _text[start.._at];
#else
        var text = Part(start, _at - start);
#endif

        // For a number that is too large, the .NET Framework returns false and .NET returns infinity.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsInfinity(number))
        {
            _error ??= new("The number is too large.", new(_line, start - _lineStart + 1, start));
            return null;
        }

        return new JsonNumber(number, position);
    }

    private void SkipSpace()
    {
        // Usually there is no space.
        if (_at < _text.Length && _text[_at] > ' ')
        {
            return;
        }

        var text = _text;
        var at = _at;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case ' ' or '\t':
                    continue;
                case '\n':
                    _line++;
                    _lineStart = at + 1;
                    continue;
                case '\r':
                    if (at + 1 < text.Length && text[at + 1] == '\n')
                    {
                        at++;
                    }

                    _line++;
                    _lineStart = at + 1;
                    continue;
            }

            break;
        }

        _at = at;
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
#if NET8_0_OR_GREATER
        if (!_text[_at..].StartsWith(word, StringComparison.Ordinal))
#else
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
#endif
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private readonly string Part(int start, int length)
#if NET8_0_OR_GREATER
        => _text.Slice(start, length).ToString();
#else
        => _text.Substring(start, length);
#endif

    private readonly void Append(StringBuilder output, int start, int length)
#if NET8_0_OR_GREATER
        => output.Append(_text.Slice(start, length));
#else
        => output.Append(_text, start, length);
#endif

    private JsonValue? Fail(string message)
    {
        _error ??= new(message, Here);
        return null;
    }

    private readonly string Describe()
    {
        var c = _text[_at];
        return c is > ' ' and < '\u007f'
            ? "'" + c + "'"
            : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
    }
}
