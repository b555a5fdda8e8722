using System.Text;
using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>Measures payloads. AWS allows <see cref="Limit"/> bytes of UTF-8.</summary>
internal static class PayloadSize
{
    public const int Limit = Limits.PayloadBytes;

    /// <summary>Whether a value is larger than the limit. It stops as soon as the answer is known.</summary>
    /// <param name="value">The value.</param>
    public static bool Exceeds(JsonValue value)
    {
        var left = Limit;
        return !Fits(value, ref left);
    }

    private static bool Fits(JsonValue value, ref int left)
    {
        switch (value)
        {
            case JsonString text:
                return Fits(text.Value, ref left);
            case JsonNumber number:
                left -= number.TryGetInt64(out var integer) ? Digits(integer) : number.ToJson().Length;
                return left >= 0;
            case JsonArray array:
                left -= 1 + Math.Max(array.Count, 1);
                for (var i = 0; i < array.Count; i++)
                {
                    if (!Fits(array[i], ref left))
                    {
                        return false;
                    }
                }

                return left >= 0;
            case JsonObject @object:
                var members = @object.Members;
                left -= 1 + Math.Max(members.Count, 1);
                for (var i = 0; i < members.Count; i++)
                {
                    left--;
                    if (!Fits(members[i].Name, ref left) || !Fits(members[i].Value, ref left))
                    {
                        return false;
                    }
                }

                return left >= 0;
            default:
                left -= value is JsonBoolean { Value: false } ? 5 : 4;
                return left >= 0;
        }
    }

    private static bool Fits(string text, ref int left)
    {
        left -= 2 + text.Length;
        if (left < 0)
        {
            return false;
        }

        if (!System.Text.Ascii.IsValid(text))
        {
            left -= Encoding.UTF8.GetByteCount(text) - text.Length;
        }

        foreach (var c in text)
        {
            left -= c switch
            {
                '"' or '\\' or '\n' or '\r' or '\t' or '\b' or '\f' => 1,
                < ' ' => 5,
                _ => 0,
            };
        }

        return left >= 0;
    }

    private static int Digits(long value)
    {
        var digits = value < 0 ? 2 : 1;
        for (value /= 10; value != 0; value /= 10)
        {
            digits++;
        }

        return digits;
    }
}
