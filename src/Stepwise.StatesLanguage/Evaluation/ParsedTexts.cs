using System.Collections.Concurrent;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Keeps what texts were read into, because a definition's texts are few and are evaluated often. When there are too many it forgets them all.</summary>
/// <typeparam name="T">What a text is read into.</typeparam>
internal sealed class ParsedTexts<T>(Func<string, T> parse)
{
    private const int Capacity = 4096;

    /// <summary>Longer texts are read again each time, so that the memory is bounded.</summary>
    private const int MaxLength = 16_384;

    private readonly ConcurrentDictionary<string, T> _parsed = new(StringComparer.Ordinal);

    /// <summary>What a text is read into. Exceptions of the reader pass through, and are not kept.</summary>
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
