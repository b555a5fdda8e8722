using System.Text;
using System.Text.Json;

namespace Stepwise.Json.Tests;

/// <summary>System.Text.Json as a second opinion on what is JSON, and what it says.</summary>
internal static class Oracle
{
    /// <summary>Whether both read the bytes as equal values, or both refuse them.</summary>
    public static bool Agrees(byte[] bytes)
    {
        var ours = JsonValue.TryParse(bytes, new() { DuplicateNames = DuplicateNames.Keep }, out var value, out _) ? value : null;
        try
        {
            // Its own depth limit must not decide.
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 1000 });
            return ours is not null ? Same(ours, document.RootElement) : IsRefusedByOursAlone(document.RootElement, bytes);
        }
        catch (JsonException)
        {
            return ours is null || StartsWithMark(bytes);
        }
    }

    /// <summary>The same for text without lone surrogates.</summary>
    public static bool Agrees(string text) => Agrees(Encoding.UTF8.GetBytes(text)) && JsonValue.TryParse(text, out _, out _) == JsonValue.TryParse(Encoding.UTF8.GetBytes(text), out _, out _);

    public static bool Same(JsonValue ours, JsonElement theirs) => ours switch
    {
        JsonNull => theirs.ValueKind == JsonValueKind.Null,
        JsonBoolean boolean => theirs.ValueKind == (boolean.Value ? JsonValueKind.True : JsonValueKind.False),
        JsonNumber number => number.TryGetInt64(out var integer) && theirs.TryGetInt64(out var their) ? integer == their : theirs.GetDouble() == number.ToDouble(),
        JsonString text => theirs.ValueKind == JsonValueKind.String && (HoldsLoneSurrogate(text.Value) || theirs.GetString() == text.Value),
        JsonArray array => theirs.GetArrayLength() == array.Count && array.Zip(theirs.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        JsonObject @object => @object.Members.Count == theirs.EnumerateObject().Count()
            && @object.Members.Zip(theirs.EnumerateObject()).All(pair => HoldsLoneSurrogate(pair.First.Name) || (pair.First.Name == pair.Second.Name && Same(pair.First.Value, pair.Second.Value))),
        _ => false,
    };

    /// <summary>It leaves numbers and the encoding of strings alone until they are asked for.</summary>
    private static bool IsRefusedByOursAlone(JsonElement theirs, byte[] bytes)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return true;
        }

        return HoldsInfinity(theirs);
    }

    private static bool HoldsInfinity(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => double.IsInfinity(element.GetDouble()),
        JsonValueKind.Array => element.EnumerateArray().Any(HoldsInfinity),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HoldsInfinity(member.Value)),
        _ => false,
    };

    private static bool StartsWithMark(byte[] bytes) => bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);

    private static bool HoldsLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
