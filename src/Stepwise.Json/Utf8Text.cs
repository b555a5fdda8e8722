#if NET8_0_OR_GREATER
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;

namespace Stepwise.Json;

/// <summary>Decodes UTF-8, and finds the position of the first byte that is not valid.</summary>
internal static class Utf8Text
{
    public static bool TryDecode(ReadOnlySpan<byte> utf8, Span<char> text, out int length, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        error = Utf8.ToUtf16(utf8, text, out _, out length, replaceInvalidSequences: false) == OperationStatus.Done
            ? null
            : new("The bytes are not UTF-8 here.", PositionAfter(text[..length]));
        return error is null;
    }

    private static JsonPosition PositionAfter(ReadOnlySpan<char> text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new(line, text.Length - lineStart + 1, text.Length);
    }
}
#endif
