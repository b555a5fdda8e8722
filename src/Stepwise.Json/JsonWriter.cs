using System.Globalization;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Buffers;
using System.Text;
#endif

namespace Stepwise.Json;

/// <summary>Writes JSON values as text.</summary>
internal struct JsonWriter
{
#if NET8_0_OR_GREATER
    /// <summary>The characters that JSON escapes in every string. The writer also escapes lone surrogates.</summary>
    private static readonly SearchValues<char> _escaped = SearchValues.Create("\"\\" + new string([.. Enumerable.Range(0, ' ').Select(static c => (char)c)]));

    /// <summary>The number of characters after which the text is encoded and passed to the destination.</summary>
    private const int Portion = 8192;

    private readonly IBufferWriter<byte>? _bytes;
#endif
    private readonly bool _indented;
    private readonly bool _isTemplate;
    private char[] _text;
    private int _count;

#if NET8_0_OR_GREATER
    private JsonWriter(IBufferWriter<byte>? bytes, bool indented, bool isTemplate)
    {
        _bytes = bytes;
        _indented = indented;
        _isTemplate = isTemplate;
        _text = ArrayPool<char>.Shared.Rent(1024);
    }

    public static string Write(JsonValue value, bool indented, bool isTemplate)
    {
        var writer = new JsonWriter(null, indented, isTemplate);
        writer.WriteValue(value, 0);
        var text = new string(writer._text, 0, writer._count);
        ArrayPool<char>.Shared.Return(writer._text);
        return text;
    }

    /// <summary>Writes a value as UTF-8.</summary>
    public static void Write(JsonValue value, bool indented, IBufferWriter<byte> bytes)
    {
        var writer = new JsonWriter(bytes, indented, isTemplate: false);
        writer.WriteValue(value, 0);
        writer.Flush();
        ArrayPool<char>.Shared.Return(writer._text);
    }

    /// <summary>Encodes the text so far and passes it to the destination. The text ends with a whole token, so no surrogate pair is split.</summary>
    private void Flush()
    {
        Encoding.UTF8.GetBytes(_text.AsSpan(0, _count), _bytes!);
        _count = 0;
    }
#else
    private JsonWriter(bool indented, bool isTemplate)
    {
        _indented = indented;
        _isTemplate = isTemplate;
        _text = new char[1024];
    }

    public static string Write(JsonValue value, bool indented, bool isTemplate)
    {
        var writer = new JsonWriter(indented, isTemplate);
        writer.WriteValue(value, 0);
        return new string(writer._text, 0, writer._count);
    }
#endif

    private void WriteValue(JsonValue value, int depth)
    {
#if NET8_0_OR_GREATER
        if (_count > Portion && _bytes is not null)
        {
            Flush();
        }
#endif
        switch (value)
        {
            case JsonString text:
                if (_isTemplate)
                {
                    WriteInTemplate(text.Value, text.AreBracesBare ? SubstitutionBraces.EscapedIn(text) : null);
                }
                else
                {
                    WriteString(text.Value);
                }

                break;
            case JsonObject @object:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                WriteObject(@object, depth);
                break;
            case JsonArray array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                WriteArray(array, depth);
                break;
            case JsonNumber number:
                WriteNumber(number);
                break;
            case JsonBoolean boolean:
                Write(boolean.Value ? "true" : "false");
                break;
            case JsonNull:
                Write("null");
                break;
        }
    }

    private void WriteArray(JsonArray array, int depth)
    {
        var items = array.Items;
        if (items.Length == 0)
        {
            Write("[]");
            return;
        }

        Write('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                Write(',');
            }

            BreakLine(depth + 1);
            WriteValue(items[i], depth + 1);
        }

        BreakLine(depth);
        Write(']');
    }

    private void WriteObject(JsonObject @object, int depth)
    {
        var members = @object.MemberArray;
        if (members.Length == 0)
        {
            Write("{}");
            return;
        }

        Write('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                Write(',');
            }

            ref readonly var member = ref members[i];
            BreakLine(depth + 1);
            if (_isTemplate)
            {
                WriteInTemplate(member.Name, member.AreBracesBare ? SubstitutionBraces.EscapedInName(member) : null);
            }
            else
            {
                WriteString(member.Name);
            }

            Write(':');
            if (_indented)
            {
                Write(' ');
            }

            WriteValue(member.Value, depth + 1);
        }

        BreakLine(depth);
        Write('}');
    }

    private void WriteNumber(JsonNumber number)
    {
#if NET8_0_OR_GREATER
        Reserve(32);
        if (number.TryGetInt64(out var integer))
        {
            integer.TryFormat(_text.AsSpan(_count), out var digits, default, CultureInfo.InvariantCulture);
            _count += digits;
            return;
        }

        // Unless .NET writes an exponent, its text is the one that JavaScript writes.
        number.ToDouble().TryFormat(_text.AsSpan(_count), out var length, default, CultureInfo.InvariantCulture);
        if (!_text.AsSpan(_count, length).Contains('E'))
        {
            _count += length;
            return;
        }
#endif
        Write(number.ToText());
    }

    private void BreakLine(int depth)
    {
        if (_indented)
        {
            Reserve(1 + (depth * 2));
            _text[_count++] = '\n';
            for (var i = depth * 2; i > 0; i--)
            {
                _text[_count++] = ' ';
            }
        }
    }

    private void WriteString(string text)
    {
        Reserve(text.Length + 2);
        _text[_count++] = '"';
        if (IsPlain(text))
        {
            text.CopyTo(0, _text, _count, text.Length);
            _count += text.Length;
        }
        else
        {
            WriteWithEscapes(text, 0, text.Length);
        }

        Write('"');
    }

    /// <summary>Writes a string and escapes braces that begin a substitution: those at the given indexes, or all if the indexes are null.</summary>
    private void WriteInTemplate(string text, int[]? escapedBraces)
    {
        if (escapedBraces is { Length: 0 } || !SubstitutionBraces.AreIn(text))
        {
            WriteString(text);
            return;
        }

        Write('"');
        var start = 0;
        for (var brace = text.IndexOf('{'); brace >= 0; brace = text.IndexOf('{', brace + 1))
        {
            if (SubstitutionBraces.IsAt(text, brace) && (escapedBraces is null || Array.IndexOf(escapedBraces, brace) >= 0))
            {
                WriteWithEscapes(text, start, brace);
                WriteEscape('{');
                start = brace + 1;
            }
        }

        WriteWithEscapes(text, start, text.Length);
        Write('"');
    }

    /// <summary>Whether the text has no character that JSON escapes and no surrogate, which may be a lone one.</summary>
    private static bool IsPlain(string text)
    {
#if NET8_0_OR_GREATER
        return text.AsSpan().IndexOfAny(_escaped) < 0 && text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0;
#else
        foreach (var c in text)
        {
            if (c is < ' ' or '"' or '\\' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
#endif
    }

    private void WriteWithEscapes(string text, int start, int end)
    {
        var plain = start;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c >= ' ' && c != '"' && c != '\\' && !char.IsSurrogate(c))
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            Write(text, plain, i - plain);
            plain = i + 1;
            WriteEscape(c);
        }

        Write(text, plain, end - plain);
    }

    private void WriteEscape(char c)
    {
        switch (c)
        {
            case '"':
                Write("\\\"");
                break;
            case '\\':
                Write("\\\\");
                break;
            case '\b':
                Write("\\b");
                break;
            case '\f':
                Write("\\f");
                break;
            case '\n':
                Write("\\n");
                break;
            case '\r':
                Write("\\r");
                break;
            case '\t':
                Write("\\t");
                break;
            default:
                Write("\\u");
                for (var shift = 12; shift >= 0; shift -= 4)
                {
                    Write("0123456789abcdef"[(c >> shift) & 15]);
                }

                break;
        }
    }

    private void Write(char c)
    {
        Reserve(1);
        _text[_count++] = c;
    }

    private void Write(string text) => Write(text, 0, text.Length);

    private void Write(string text, int start, int length)
    {
        Reserve(length);
        text.CopyTo(start, _text, _count, length);
        _count += length;
    }

    private void Reserve(int length)
    {
        if (_text.Length - _count < length)
        {
            Grow(length);
        }
    }

    private void Grow(int length)
    {
        var size = Math.Max(checked(_count + length), (int)Math.Min(_text.Length * 2L, 0x7FFFFFC7));
#if NET8_0_OR_GREATER
        var larger = ArrayPool<char>.Shared.Rent(size);
        Array.Copy(_text, larger, _count);
        ArrayPool<char>.Shared.Return(_text);
#else
        var larger = new char[size];
        Array.Copy(_text, larger, _count);
#endif
        _text = larger;
    }
}
