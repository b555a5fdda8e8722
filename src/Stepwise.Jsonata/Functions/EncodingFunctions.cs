using System.Globalization;
using System.Text;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Base64 and URL encoding.</summary>
internal static class EncodingFunctions
{
    private const string Unreserved = "-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,";

    public static NativeFunction[] All { get; } =
    [
        new("base64encode", "<s-:s>", static (a, _, _) => a[0] is JsonString text ? new JsonString(EncodeBase64(text.Value)) : null, 1),
        new("base64decode", "<s-:s>", static (a, _, evaluation) => a[0] is JsonString text ? new JsonString(DecodeBase64(text.Value, evaluation)) : null, 1),
        Url("encodeUrlComponent", static text => Encode(text, Unreserved)),
        Url("encodeUrl", static text => Encode(text, Unreserved + Reserved + "#")),
        Url("decodeUrlComponent", static text => Decode(text, "")),
        Url("decodeUrl", static text => Decode(text, Reserved + "#")),
    ];

    private static NativeFunction Url(string name, Func<string, string?> convert) => new(
        name,
        "<s-:s>",
        (arguments, _, _) => arguments[0] is JsonString text
            ? new JsonString(convert(text.Value) ?? throw new JsonataException("D3140") { Value = text, FunctionName = name })
            : null,
        1);

    /// <summary>Converts each UTF-16 unit to a byte. The upper eight bits are lost.</summary>
    private static string EncodeBase64(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = unchecked((byte)text[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Decodes Base64 or Base64URL; each byte becomes a character. Other characters are skipped, and decoding stops at <c>=</c>.</summary>
    private static string DecodeBase64(string text, Evaluation evaluation)
    {
        if (evaluation.IsStepFunctions && !StepFunctionsDialect.IsBase64(text))
        {
            throw new JsonataException(StepFunctionsDialect.InternalError) { UserMessage = "The text is not Base64." };
        }

        var result = new StringBuilder(text.Length * 3 / 4);
        var bits = 0;
        var count = 0;
        foreach (var c in text)
        {
            if (c == '=')
            {
                break;
            }

            var value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a' + 26,
                >= '0' and <= '9' => c - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFF;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                result.Append((char)((bits >> count) & 0xFF));
            }
        }

        return result.ToString();
    }

    /// <summary>Escapes the UTF-8 bytes of all characters except letters, digits and some others. Returns null if the text has a lone surrogate.</summary>
    private static string? Encode(string text, string kept)
    {
        var result = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || kept.Contains(c, StringComparison.Ordinal))
            {
                result.Append(c);
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return null;
            }

            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return result.ToString();
    }

    /// <summary>Decodes escapes, except those of certain characters. Returns null if the bytes are not UTF-8.</summary>
    private static string? Decode(string text, string kept)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            var start = i;
            if (!TryByte(text, i, out bytes[0]))
            {
                return null;
            }

            i += 2;
            var count = bytes[0] switch { < 0x80 => 1, >= 0xC0 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF8 => 4, _ => 0 };
            for (var n = 1; n < count; n++, i += 3)
            {
                if (!TryByte(text, i + 1, out bytes[n]))
                {
                    return null;
                }
            }

            if (count == 0 || Rune.DecodeFromUtf8(bytes[..count], out var rune, out var read) != System.Buffers.OperationStatus.Done || read != count)
            {
                return null;
            }

            if (count == 1 && kept.Contains((char)bytes[0], StringComparison.Ordinal))
            {
                result.Append(text, start, 3);
            }
            else
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString();
    }

    private static bool TryByte(string text, int at, out byte value)
    {
        value = 0;
        return at + 2 < text.Length && text[at] == '%' && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
