using System.Globalization;
using Stepwise.Json;

namespace Stepwise.Local.Machine.Maps;

/// <summary>Reads items from JSON documents and from lines of JSON.</summary>
internal static class JsonItems
{
    /// <summary>Reads the items of a document: the elements of an array or the members of an object.</summary>
    /// <param name="text">The document.</param>
    /// <param name="pointer">A JSON pointer to the array or object in it; null for the document itself.</param>
    /// <param name="limit">The largest number of items to read.</param>
    /// <param name="source">The name of the file, for messages.</param>
    /// <exception cref="MapRunException">The text is not JSON, or the pointer does not lead to an array or an object.</exception>
    public static IEnumerable<MapItem> ReadDocument(string text, string? pointer, long limit, string? source)
    {
        if (!JsonValue.TryParse(text, out var document, out var error))
        {
            throw Failure($"The file is not valid JSON: line {Text(error.Position.Line)}, column {Text(error.Position.Column)}: {error.Message}");
        }

        var root = pointer is null ? document : Find(document, pointer) ?? throw Failure("The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.");
        var items = MapItem.Of(root, source) ?? throw Failure("Attempting to map over non-iterable node.");
        return items.Take((int)Math.Min(limit, int.MaxValue));
    }

    /// <summary>Reads lines. Each line is an item; empty lines are skipped.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="limit">The largest number of items to read.</param>
    /// <param name="source">The name of the file, for messages.</param>
    /// <exception cref="MapRunException">A line is not JSON.</exception>
    public static IEnumerable<MapItem> ReadLines(string text, long limit, string? source)
    {
        using var reader = new StringReader(text);
        var count = 0L;
        for (var number = 1; count < limit && reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (!JsonValue.TryParse(line, out var value, out var error))
            {
                throw Failure($"Line {Text(number)} of the file is not valid JSON: column {Text(error.Position.Column)}: {error.Message}");
            }

            count++;
            yield return new(value, null, source);
        }
    }

    /// <summary>Returns the value that a JSON pointer (RFC 6901) leads to, or null if it does not lead to a value.</summary>
    private static JsonValue? Find(JsonValue value, string pointer)
    {
        if (pointer.Length == 0)
        {
            return value;
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        JsonValue? found = value;
        foreach (var part in pointer[1..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            found = found switch
            {
                JsonObject @object => @object[name],
                JsonArray array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Count => array[index],
                _ => null,
            };
        }

        return found;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static MapRunException Failure(string cause) => new(MapRunException.ReaderFailed, cause);
}
