using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Dates and times.</summary>
internal static class TimeFunctions
{
    private const string IsoPicture = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

    // The pattern also matches repeated parts and fractions without seconds. Most of these texts are not dates.
    private static readonly JsonataPattern _isoPattern = JsonataPattern.Of(@"^\d{4}(-[01]\d)*(-[0-3]\d)*(T[0-2]\d:[0-5]\d:[0-5]\d)*(\.\d+)?([+-][0-2]\d:?[0-5]\d|Z)?$", "");

    public static NativeFunction[] All { get; } =
    [
        new("now", "<s?s?:s>", static (a, _, evaluation) => FromMillis(evaluation.Now.ToUnixTimeMilliseconds(), a[0], a[1]), 2),
        new("millis", "<:n>", static (_, _, evaluation) => Numbers.Of(evaluation.Now.ToUnixTimeMilliseconds()), 0),
        new("fromMillis", "<n-s?s?:s>", static (a, _, _) => a[0] is JsonNumber number ? FromMillis(number.ToDouble(), a[1], a[2]) : null, 3),
        new("toMillis", "<s-s?:n>", ToMillis, 2),
    ];

    private static JsonString FromMillis(double milliseconds, JsonValue? picture, JsonValue? zone)
    {
        if (picture is null && zone is null && IsoTime.TryFormat(milliseconds, out var text))
        {
            return new(text!);
        }

        var offset = zone is JsonString name ? DateOffset.Parse(name.Value) : default;
        return new(DatePicture.Of(picture is JsonString given ? given.Value : IsoPicture).Format(milliseconds, offset));
    }

    private static JsonValue? ToMillis(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        if (arguments[1] is JsonString picture)
        {
            return DatePicture.Of(picture.Value).Reader.Read(text.Value, evaluation) is { } milliseconds ? Numbers.Of(milliseconds) : null;
        }

        if (IsoTime.Parse(text.Value) is { } time)
        {
            return Numbers.Of(time);
        }

        // Text that looks like a date but does not parse evaluates to NaN, as in JavaScript. It does not raise an error.
        return _isoPattern.Match(text.Value, 0, evaluation).Success ? NonFinite.Of(double.NaN) : throw new JsonataException("D3110") { Value = text };
    }
}
