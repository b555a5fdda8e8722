using System.Text;
using Stepwise.Json;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The rows of delimited text as items: objects of strings.</summary>
internal static class DelimitedItems
{
    /// <summary>The largest size of the header row.</summary>
    private const int MaxHeaderBytes = 10 * 1024;

    /// <summary>Reads rows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">The delimiter between fields.</param>
    /// <param name="headers">The names of the columns, or null if the first row has them.</param>
    /// <param name="limit">The largest number of rows to read.</param>
    /// <param name="source">The name of the file, for messages.</param>
    /// <returns>The items. A row that is too short is filled with empty strings. Extra fields of a row are dropped.</returns>
    /// <exception cref="MapRunException">The text is not delimited text, or two columns have the same name.</exception>
    public static IEnumerable<MapItem> Read(string text, char delimiter, IReadOnlyList<string>? headers, long limit, string? source)
    {
        var reader = new DelimitedText(text, delimiter);
        headers ??= Row(reader) ?? [];
        if (headers.Sum(Encoding.UTF8.GetByteCount) > MaxHeaderBytes)
        {
            throw new MapRunException(MapRunException.ReaderFailed, "CSV headers cannot be longer than 10 KiB.");
        }

        if (headers.Distinct(StringComparer.Ordinal).Count() != headers.Count)
        {
            throw new MapRunException(MapRunException.ReaderFailed, "CSV headers cannot contain duplicates.");
        }

        for (var count = 0L; count < limit && Row(reader) is { } row; count++)
        {
            var item = new JsonObject.Builder();
            for (var i = 0; i < headers.Count; i++)
            {
                item.Add(headers[i], i < row.Count ? row[i] : "");
            }

            yield return new(item.ToObject(), null, source);
        }
    }

    private static List<string>? Row(DelimitedText reader)
    {
        try
        {
            return reader.Read();
        }
        catch (FormatException exception)
        {
            throw new MapRunException(MapRunException.ReaderFailed, exception.Message, exception);
        }
    }
}
