#if NET8_0_OR_GREATER
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Stepwise.Json;

/// <content>Reading and writing bytes.</content>
public abstract partial class JsonValue
{
    /// <summary>Reads UTF-8 bytes that are exactly one JSON value (RFC 8259). A byte order mark before it is skipped.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>The value, with positions that count UTF-16 units after the mark.</returns>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8) => Parse(utf8, JsonReadOptions.Default);

    /// <summary>Reads UTF-8 bytes that are exactly one JSON value (RFC 8259). A byte order mark before it is skipped.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="options">The greatest depth, and whether a name may occur twice in an object.</param>
    /// <returns>The value, with positions that count UTF-16 units after the mark.</returns>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON as the options allow it.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8, JsonReadOptions options)
        => TryParse(utf8, options, out var value, out var error) ? value : throw new JsonSyntaxException(error);

    /// <summary>Reads UTF-8 bytes that are exactly one JSON value (RFC 8259). If they are not, returns false and the error.</summary>
    /// <param name="utf8">The bytes. A byte order mark before the value is skipped.</param>
    /// <param name="value">The value, with positions that count UTF-16 units after the mark; null if the result is false.</param>
    /// <param name="error">The error; null if the result is true.</param>
    /// <returns>Whether the bytes are JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
        => TryParse(utf8, JsonReadOptions.Default, out value, out error);

    /// <summary>Reads UTF-8 bytes that are exactly one JSON value (RFC 8259). If they are not, returns false and the error.</summary>
    /// <param name="utf8">The bytes. A byte order mark before the value is skipped.</param>
    /// <param name="options">The greatest depth, and whether a name may occur twice in an object.</param>
    /// <param name="value">The value, with positions that count UTF-16 units after the mark; null if the result is false.</param>
    /// <param name="error">The error; null if the result is true.</param>
    /// <returns>Whether the bytes are JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, JsonReadOptions options, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        // UTF-8 never has more UTF-16 units than bytes.
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

    /// <summary>Reads a stream from its current position to its end. The UTF-8 bytes must be exactly one JSON value (RFC 8259). A byte order mark before it is skipped.</summary>
    /// <param name="utf8">The stream. It is not closed.</param>
    /// <returns>The value, with positions that count UTF-16 units after the mark.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="JsonSyntaxException">The bytes are not UTF-8, or the text is not JSON.</exception>
    /// <exception cref="IOException">Reading fails, or the stream is longer than an array can be.</exception>
    public static JsonValue Parse(Stream utf8) => Parse(utf8, JsonReadOptions.Default);

    /// <summary>Reads a stream from its current position to its end. The UTF-8 bytes must be exactly one JSON value (RFC 8259). A byte order mark before it is skipped.</summary>
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

    /// <summary>For a stream that knows its length, one byte more than is left, so that the end is found without a larger array.</summary>
    private static int FirstLength(Stream stream) => stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 1, Array.MaxLength) : 16 * 1024;

    /// <summary>Writes the value as UTF-8, without a byte order mark. The text is that of <see cref="ToJson(bool)"/>.</summary>
    /// <param name="output">The buffer to write to.</param>
    /// <param name="indented">Whether to write each element and member on a line of its own, indented by two spaces. The default is false: one line without spaces.</param>
    public void WriteTo(IBufferWriter<byte> output, bool indented = false) => JsonWriter.Write(this, indented, output ?? throw new ArgumentNullException(nameof(output)));

    /// <summary>Writes the value as UTF-8, without a byte order mark. The text is that of <see cref="ToJson(bool)"/>.</summary>
    /// <param name="output">The stream to write to. It is neither flushed nor closed.</param>
    /// <param name="indented">Whether to write each element and member on a line of its own, indented by two spaces. The default is false: one line without spaces.</param>
    public void WriteTo(Stream output, bool indented = false)
    {
        var buffer = new StreamPortions(output ?? throw new ArgumentNullException(nameof(output)));
        JsonWriter.Write(this, indented, buffer);
        buffer.Close();
    }
}
#endif
