using System.Collections.Concurrent;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Caches what texts are parsed to, because a definition has few texts and evaluates them often. A full cache is cleared.</summary>
/// <typeparam name="T">The type to which a text is parsed.</typeparam>
internal sealed class ParsedTexts<T>(Func<string, T> parse)
{
    private const int Capacity = 4096;

    /// <summary>Longer texts are not cached, so that the cache cannot grow without limit.</summary>
    private const int MaxLength = 16_384;

    private readonly ConcurrentDictionary<string, T> _parsed = new(StringComparer.Ordinal);

    /// <summary>Returns what a text is parsed to. An exception of the parser is thrown each time and not cached.</summary>
    public T Of(string text)
    {
        if (_parsed.TryGetValue(text, out var known))
        {
            return known;
        }

        var parsed = parse(text);
        if (text.Length > MaxLength)
        {
            return parsed;
        }

        if (_parsed.Count >= Capacity)
        {
            _parsed.Clear();
        }

        return _parsed.GetOrAdd(text, parsed);
    }
}
