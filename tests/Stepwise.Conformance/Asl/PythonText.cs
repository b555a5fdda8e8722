using System.Globalization;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Conformance.Asl;

/// <summary>JSON values as Python writes them: the recorded functions are Python's.</summary>
internal static class PythonText
{
    /// <summary>Fills a Python f-string whose only variable is <c>event</c>.</summary>
    public static string Format(string template, JsonValue @event)
        => template.Replace("{event}", @event is JsonString text ? text.Value : Repr(@event), StringComparison.Ordinal);

    /// <summary>What <c>repr</c> gives for a value that <c>json.loads</c> read.</summary>
    public static string Repr(JsonValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonValue value)
    {
        switch (value)
        {
            case JsonObject @object:
                text.Append('{');
                var isFirst = true;
                foreach (var member in @object.Members)
                {
                    text.Append(isFirst ? "" : ", ");
                    isFirst = false;
                    Write(text, member.Name);
                    text.Append(": ");
                    Write(text, member.Value);
                }

                text.Append('}');
                break;
            case JsonArray array:
                text.Append('[');
                for (var i = 0; i < array.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Write(text, array[i]);
                }

                text.Append(']');
                break;
            case JsonString @string:
                Write(text, @string.Value);
                break;
            case JsonNumber number:
                text.Append(number.TryGetInt64(out var integer) ? integer.ToString(CultureInfo.InvariantCulture) : Float(number));
                break;
            case JsonBoolean:
                text.Append(value == JsonBoolean.True ? "True" : "False");
                break;
            default:
                text.Append("None");
                break;
        }
    }

    private static void Write(StringBuilder text, string value)
    {
        var quote = value.Contains('\'', StringComparison.Ordinal) && !value.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        text.Append(quote);
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when rune.Value == quote => text.Append('\\').Append(quote),
                _ when IsPrintable(rune) => text.Append(rune),
                <= 0xff => text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
                <= 0xffff => text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
            };
        }

        text.Append(quote);
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    /// <summary>The shortest digits that give the number back, with an exponent of at least two digits below 1e-4 and from 1e16.</summary>
    private static string Float(JsonNumber number)
        => Math.Abs(number.ToDouble()) is >= 1e-4 and < 1e16 ? number.ToJson() : number.ToDouble().ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
}
