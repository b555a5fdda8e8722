using System.Text;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions on texts without patterns. Indexes and lengths count code points.</summary>
internal static class StringFunctions
{
    public static NativeFunction[] All { get; } =
    [
        new("string", "<x-b?:s>", AsString, 1) { AcceptsNonFinite = true },
        new("length", "<s-:n>", static (a, _, _) => a[0] is JsonString text ? Numbers.Of(JavaScriptText.CountCodePoints(text.Value)) : null, 1),
        new("substring", "<s-nn?:s>", Substring, 3),
        new("substringBefore", "<s-s:s>", static (a, _, _) => Cut(a, static (text, at, _) => text[..at]), 2),
        new("substringAfter", "<s-s:s>", static (a, _, _) => Cut(a, static (text, at, length) => text[(at + length)..]), 2),
        new("lowercase", "<s-:s>", static (a, _, _) => a[0] is JsonString text ? new JsonString(CaseMapping.ToLower(text.Value)) : null, 1),
        new("uppercase", "<s-:s>", static (a, _, _) => a[0] is JsonString text ? new JsonString(CaseMapping.ToUpper(text.Value)) : null, 1),
        new("trim", "<s-:s>", static (a, _, _) => a[0] is JsonString text ? new JsonString(Trim(text.Value)) : null, 1),
        new("pad", "<s-ns?:s>", Pad, 3),
        new("join", "<a<s>s?:s>", Join, 2),
    ];

    private static JsonString? AsString(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation) => arguments[0] switch
    {
        null => null,
        JsonString text => text,
        { } value => new JsonString(Conversion.ToText(value, evaluation, Truth(arguments, 1))),
    };

    private static bool Truth(JsonValue?[] arguments, int index) => index < arguments.Length && arguments[index] is JsonBoolean { Value: true };

    private static JsonString? Substring(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var count = JavaScriptText.CountCodePoints(text.Value);
        var start = arguments[1] is JsonNumber first ? first.ToDouble() : 0;
        if (count + start < 0)
        {
            start = 0;
        }

        double end = count;
        if (arguments[2] is JsonNumber length)
        {
            // Without a start the end is ignored.
            if (length.ToDouble() <= 0 || arguments[1] is null)
            {
                return new JsonString("");
            }

            end = start >= 0 ? start + length.ToDouble() : count + start + length.ToDouble();
        }

        var from = Place(start, count);
        var to = Place(end, count);
        return from >= to
            ? new JsonString("")
            : from == 0 && to == count ? text : new JsonString(text.Value[JavaScriptText.PlaceOf(text.Value, from)..JavaScriptText.PlaceOf(text.Value, to)]);
    }

    /// <summary>Converts an index as <c>slice</c> does: truncates it, counts from the end if it is negative, and clamps it to the text.</summary>
    private static int Place(double place, int count)
    {
        place = Math.Truncate(place);
        return (int)Math.Clamp(place < 0 ? count + place : place, 0, count);
    }

    private static JsonString? Cut(JsonValue?[] arguments, Func<string, int, int, string> cut)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        // If the argument is missing, JavaScript searches for the text "undefined".
        var sought = arguments[1] is JsonString given ? given.Value : "undefined";
        var at = text.Value.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? text : new JsonString(cut(text.Value, at, sought.Length));
    }

    /// <summary>Replaces each run of spaces, tabs and line ends by one space, and removes those at both ends.</summary>
    private static string Trim(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r'))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        if (result.Length > 0 && result[^1] == ' ')
        {
            result.Length--;
        }

        return result.ToString();
    }

    private static JsonString? Pad(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        if (arguments[1] is not JsonNumber number)
        {
            return text;
        }

        var width = number.ToDouble();
        var missing = Math.Floor(Math.Abs(width)) - JavaScriptText.CountCodePoints(text.Value);
        if (missing <= 0)
        {
            return text;
        }

        var filling = arguments[2] is JsonString { Value.Length: > 0 } given ? given.Value : " ";
        if (missing > evaluation.Options.MaxStringLength / 2)
        {
            throw Evaluation.TooLarge("a string");
        }

        var result = new StringBuilder();
        if (width > 0)
        {
            result.Append(text.Value);
        }

        if (filling.Length == 1)
        {
            result.Append(filling[0], (int)missing);
        }
        else
        {
            var size = JavaScriptText.CountCodePoints(filling);
            for (var n = (int)missing / size; n > 0; n--)
            {
                result.Append(filling);
            }

            result.Append(filling, 0, JavaScriptText.PlaceOf(filling, (int)missing % size));
        }

        return new JsonString(width > 0 ? result.ToString() : result.Append(text.Value).ToString());
    }

    private static JsonString? Join(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var separator = arguments[1] is JsonString given ? given.Value : "";
        long length = (long)separator.Length * Math.Max(0, array.Count - 1);
        foreach (var item in array.Items)
        {
            length += ((JsonString)item).Value.Length;
        }

        if (length > evaluation.Options.MaxStringLength)
        {
            throw Evaluation.TooLarge("a string");
        }

        return new JsonString(string.Create((int)length, (array, separator), static (span, parts) =>
        {
            var items = parts.array.Items;
            for (var i = 0; i < items.Length; i++)
            {
                if (i > 0)
                {
                    parts.separator.CopyTo(span);
                    span = span[parts.separator.Length..];
                }

                var text = ((JsonString)items[i]).Value;
                text.CopyTo(span);
                span = span[text.Length..];
            }
        }));
    }
}
