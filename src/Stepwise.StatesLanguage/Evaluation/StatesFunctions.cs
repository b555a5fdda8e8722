using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The computations of JSONPath's intrinsic functions and of the functions that Step Functions adds to JSONata. Callers check the arguments.</summary>
internal static class StatesFunctions
{
    /// <summary>The greatest length of the text of a Base64 function or of a hash, in characters.</summary>
    public const int MaxTextLength = 10_000;

    /// <summary>The greatest number of elements of a range.</summary>
    public const int MaxRangeLength = 1000;

    public const string HashAlgorithms = "MD5, SHA-1, SHA-256, SHA-384, SHA-512";

    public static JsonArray Partition(JsonArray items, long size) => new(items.Chunk((int)Math.Min(size, int.MaxValue)).Select(JsonArray.Create));

    public static bool TryRange(long first, long last, long step, [NotNullWhen(true)] out JsonArray? range)
    {
        range = null;
        var items = new List<JsonValue>();
        for (var value = first; step > 0 ? value <= last : value >= last; value += step)
        {
            if (items.Count == MaxRangeLength)
            {
                return false;
            }

            items.Add(value);
        }

        range = new JsonArray(items);
        return true;
    }

    public static string EncodeBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static bool TryDecodeBase64(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        var bytes = new byte[text.Length + 3];

        // As in Java, padding may be missing, but only as a whole, and white space is refused, which .NET would skip.
        var padded = text.EndsWith('=') ? text : text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
        if (text.Any(char.IsWhiteSpace) || !Convert.TryFromBase64String(padded, bytes, out var length))
        {
            return false;
        }

        decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return true;
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The function offers it.")]
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The function offers it.")]
    public static bool TryHash(string text, string algorithm, [NotNullWhen(true)] out string? hash)
    {
        var data = Encoding.UTF8.GetBytes(text);
        var bytes = algorithm switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            _ => null,
        };
        hash = bytes is null ? null : ToHex(bytes);
        return hash is not null;
    }

    /// <summary>Merges two objects. If both have a member, the result has the value of the second object at the place of the first.</summary>
    public static JsonObject Merge(JsonObject first, JsonObject second)
    {
        first = DuplicateMembers.Removed(first);
        second = DuplicateMembers.Removed(second);
        var merged = new JsonObject.Builder();
        foreach (var member in first.Members)
        {
            merged.Add(member.Name, second[member.Name] ?? member.Value);
        }

        foreach (var member in second.Members.Where(member => !first.TryGetValue(member.Name, out _)))
        {
            merged.Add(member.Name, member.Value);
        }

        return merged.ToObject();
    }

    /// <summary>Fills a template: <c>{}</c> stands for the next argument, and <c>\{</c>, <c>\}</c>, <c>\'</c> and <c>\\</c> for the characters themselves.</summary>
    /// <returns>Whether the number of arguments is the number of <c>{}</c>.</returns>
    public static bool TryFormat(string template, ReadOnlySpan<JsonValue> arguments, [NotNullWhen(true)] out string? result)
    {
        var output = new StringBuilder();
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c == '\\' && i + 1 < template.Length && template[i + 1] is '{' or '}' or '\\' or '\'')
            {
                output.Append(template[++i]);
            }
            else if (c == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                if (next == arguments.Length)
                {
                    result = null;
                    return false;
                }

                output.Append(JsonText.ToJavaText(arguments[next++]));
                i++;
            }
            else
            {
                output.Append(c);
            }
        }

        result = next == arguments.Length ? output.ToString() : null;
        return result is not null;
    }

    /// <summary>Creates a random UUID (version 4).</summary>
    public static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Creates a source of random numbers that gives the same numbers for the same seed.</summary>
    public static Random Seeded(double seed)
    {
        var bits = BitConverter.DoubleToInt64Bits(seed);
        return new(unchecked((int)(bits ^ (bits >> 32))));
    }

    private static string ToHex(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
