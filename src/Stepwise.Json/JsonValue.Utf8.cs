#if NET8_0_OR_GREATER
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Stepwise.Json;

/// <content>Reading and writing bytes.</content>
public abstract partial class JsonValue
{
    /// <summary>Reads bytes that hold exactly one JSON value (RFC 8259) in UTF-8; a byte order mark before it is passed over.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>The value, with positions that count UTF-16 units behind the mark.</returns>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8) => Parse(utf8, JsonReadOptions.Default);

    /// <summary>Reads bytes that hold exactly one JSON value (RFC 8259) in UTF-8; a byte order mark before it is passed over.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="options">The depth allowed, and what to do with names that occur twice.</param>
    /// <returns>The value, with positions that count UTF-16 units behind the mark.</returns>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON as the options allow it.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8, JsonReadOptions options)
        => TryParse(utf8, options, out var value, out var error) ? value : throw new JsonSyntaxException(error);

    /// <summary>Reads bytes that hold exactly one JSON value in UTF-8, and says what is wrong where they do not.</summary>
    /// <param name="utf8">The bytes; a byte order mark before the value is passed over.</param>
    /// <param name="value">The value, with positions that count UTF-16 units behind the mark; null when the bytes are not JSON.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    /// <returns>Whether the bytes are JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
        => TryParse(utf8, JsonReadOptions.Default, out value, out error);

    /// <summary>Reads bytes that hold exactly one JSON value in UTF-8, and says what is wrong where they do not.</summary>
    /// <param name="utf8">The bytes; a byte order mark before the value is passed over.</param>
    /// <param name="options">The depth allowed, and what to do with names that occur twice.</param>
    /// <param name="value">The value, with positions that count UTF-16 units behind the mark; null when the bytes are not JSON.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    /// <returns>Whether the bytes are JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, JsonReadOptions options, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        // There are never more units than bytes.
        var text = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            if (Utf8Text.TryDecode(utf8, text, out var length, out error))
            {
                return JsonReader.TryRead(text.AsSpan(0, length), options, out value, out error);
            }

            value = null;
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    /// <summary>Reads a stream, from its position to its end, that holds exactly one JSON value (RFC 8259) in UTF-8. A byte order mark before it is skipped.</summary>
    /// <param name="utf8">The stream. It is not closed.</param>
    /// <returns>The value, with positions that count UTF-16 units after the mark.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON.</exception>
    /// <exception cref="IOException">Reading fails, or the stream is longer than an array can be.</exception>
    public static JsonValue Parse(Stream utf8) => Parse(utf8, JsonReadOptions.Default);

    /// <summary>Reads a stream, from its position to its end, that holds exactly one JSON value (RFC 8259) in UTF-8. A byte order mark before it is skipped.</summary>
    /// <param name="utf8">The stream. It is not closed.</param>
    /// <param name="options">The greatest depth, and whether a name may occur twice in an object.</param>
    /// <returns>The value, with positions that count UTF-16 units after the mark.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON as the options allow it.</exception>
    /// <exception cref="IOException">Reading fails, or the stream is longer than an array can be.</exception>
    public static JsonValue Parse(Stream utf8, JsonReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        var bytes = ArrayPool<byte>.Shared.Rent(FirstLength(utf8));
        try
        {
            var length = 0;
            while (utf8.Read(bytes, length, bytes.Length - length) is var read and > 0)
            {
                length += read;
                if (length == bytes.Length)
                {
                    if (length == Array.MaxLength)
                    {
                        throw new IOException("The stream is too long.");
                    }

                    var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length * 2L, Array.MaxLength));
                    bytes.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(bytes);
                    bytes = larger;
                }
            }

            return Parse(bytes.AsSpan(0, length), options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>One byte more than the stream has, if it says so, so that its end is found without a larger array.</summary>
    private static int FirstLength(Stream stream) => stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 1, Array.MaxLength) : 16 * 1024;

    /// <summary>Writes the value as UTF-8, without a byte order mark: the same text as <see cref="ToJson(bool)"/>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether to break lines and indent by two spaces. Default: all on one line, without spaces.</param>
    public void WriteTo(IBufferWriter<byte> output, bool indented = false) => JsonWriter.Write(this, indented, output ?? throw new ArgumentNullException(nameof(output)));

    /// <summary>Writes the value as UTF-8, without a byte order mark: the same text as <see cref="ToJson(bool)"/>.</summary>
    /// <param name="output">Where to; it is neither flushed nor closed.</param>
    /// <param name="indented">Whether to break lines and indent by two spaces. Default: all on one line, without spaces.</param>
    public void WriteTo(Stream output, bool indented = false)
    {
        var buffer = new StreamPortions(output ?? throw new ArgumentNullException(nameof(output)));
        JsonWriter.Write(this, indented, buffer);
        buffer.Close();
    }
}
#endif
