using System.Collections.Concurrent;

namespace Stepwise.Jsonata.Functions;

/// <summary>Caches what is created from texts that occur repeatedly, such as picture strings. A full cache is cleared.</summary>
internal sealed class PictureCache<T>(Func<string, T> make)
{
    private const int MostItems = 500;
    private readonly ConcurrentDictionary<string, T> _items = new(StringComparer.Ordinal);
    private int _count;

    public T Get(string text)
    {
        if (_items.TryGetValue(text, out var item))
        {
            return item;
        }

        // An error is not cached, because it must be thrown each time.
        item = make(text);
        if (Interlocked.Increment(ref _count) > MostItems)
        {
            _items.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _items[text] = item;
        return item;
    }
}
