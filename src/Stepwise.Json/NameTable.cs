#if NET8_0_OR_GREATER
using Text = System.ReadOnlySpan<char>;
#else
using Text = System.String;
#endif

namespace Stepwise.Json;

/// <summary>Caches the last names that were read, so that a name that occurs in many objects is one string.</summary>
internal sealed class NameTable
{
    /// <summary>Longer names are not cached, because they rarely occur again.</summary>
    private const int LongestKept = 64;

    private readonly string?[] _names = new string?[256];

    /// <summary>A hash of the length and of five characters. Different names may have the same hash.</summary>
    public static uint HashOf(Text text, int start, int length)
    {
        if (length == 0)
        {
            return 0;
        }

        var last = start + length - 1;
        var hash = (uint)length;
        hash = unchecked((hash * 31) + text[start]);
        hash = unchecked((hash * 31) + text[start + (length >> 2)]);
        hash = unchecked((hash * 31) + text[start + (length >> 1)]);
        hash = unchecked((hash * 31) + text[last - (length > 1 ? 1 : 0)]);
        hash = unchecked((hash * 31) + text[last]);
        return unchecked(hash * 0x9E3779B1) >> 16;
    }

    public string Get(Text text, int start, int length, uint hash)
    {
        ref var place = ref _names[hash & 255];
        if (place is { } known && known.Length == length && IsAt(text, start, known))
        {
            return known;
        }

#if NET8_0_OR_GREATER
        var name = text.Slice(start, length).ToString();
#else
        var name = text.Substring(start, length);
#endif
        if (length <= LongestKept)
        {
            place = name;
        }

        return name;
    }

    private static bool IsAt(Text text, int start, string name)
#if NET8_0_OR_GREATER
        => text.Slice(start, name.Length).SequenceEqual(name);
#else
        => string.CompareOrdinal(name, 0, text, start, name.Length) == 0;
#endif
}
