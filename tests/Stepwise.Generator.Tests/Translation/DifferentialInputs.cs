using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Random values of the parameters, as JSON on the wire: few different ones, so that comparisons are true often enough, and all that is awkward.</summary>
internal static class DifferentialInputs
{
    private static readonly Gen<JsonNode?> _text = OneOf("", "a", "ab", "abc", "b", "x", "A", "it's", "\"", "\\", "*", "a*b", "${x}", "😀a", "a😀", "é", "\n", " ").Select(static text => (JsonNode?)JsonValue.Create(text));
    private static readonly Gen<JsonNode?> _letter = OneOf("a", "x", "é", "'").Select(static text => (JsonNode?)JsonValue.Create(text));
    private static readonly Gen<JsonNode?> _number = Gen.OneOf(Gen.Int[-3, 4], OneOf(5, 10, -7, 100, 1000)).Select(static number => (JsonNode?)JsonValue.Create(number));
    private static readonly Gen<JsonNode?> _fraction = OneOf(0, 0.5, 1, 1.5, -2.25, 100, 1e9, 1e-7).Select(static number => (JsonNode?)JsonValue.Create(number));
    private static readonly Gen<JsonNode?> _boolean = Gen.Bool.Select(static value => (JsonNode?)JsonValue.Create(value));
    private static readonly Gen<JsonNode?> _color = OneOf("red", "Green", "Blue").Select(static text => (JsonNode?)JsonValue.Create(text));
    private static readonly Gen<JsonNode?> _level = OneOf(0, 5, 9).Select(static number => (JsonNode?)JsonValue.Create(number));
    private static readonly Gen<JsonNode?> _levelName = OneOf("Low", "Middle", "High").Select(static text => (JsonNode?)JsonValue.Create(text));

    private static readonly Gen<JsonNode?> _guid = OneOf(
        "a0000000-0000-0000-0000-00000000000b", "A0000000-0000-0000-0000-00000000000B", "00000000-0000-0000-0000-000000000000", "c1c1c1c1-0000-0000-0000-000000000000")
        .Select(static text => (JsonNode?)JsonValue.Create(text));

    private static readonly Gen<JsonNode?> _instant = Gen.Select(Gen.Int[0, 3], OneOf(-5, 0, 2), OneOf(0, 500)).Select(static (hours, offset, milliseconds) =>
        (JsonNode?)JsonValue.Create(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero).AddHours(hours).AddMilliseconds(milliseconds)
            .ToOffset(TimeSpan.FromHours(offset)).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)));

    private static readonly Gen<JsonNode?> _day = Gen.Int[1, 3].Select(static day => (JsonNode?)JsonValue.Create("2026-01-0" + day.ToString(CultureInfo.InvariantCulture)));
    private static readonly Gen<JsonNode?> _numbers = _number.Array[0, 3].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())]));
    private static readonly Gen<JsonNode?> _texts = _text.Array[0, 3].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())]));

    public static Gen<JsonObject> Values { get; } = Object(
        ("s", Sample, false), ("o", Sample, true), ("note", _text, true), ("limit", _number, true), ("maybe", _boolean, true), ("flag", _boolean, false), ("id", _guid, false), ("other", _guid, true),
        ("n", _number, false), ("m", _number, false), ("text", _text, false), ("words", _texts, true), ("tint", _color, true), ("at", _instant, false), ("until", _instant, true));

    private static Gen<JsonNode?> Sample => Object(
        ("ok", _boolean, false), ("maybe", _boolean, true), ("count", _number, false), ("limit", _number, true), ("ratio", _fraction, false), ("share", _fraction, true), ("text", _text, false),
        ("note", _text, true), ("letter", _letter, false), ("color", _color, false), ("tint", _color, true), ("level", _level, false), ("rank", _level, true), ("id", _guid, false), ("other", _guid, true),
        ("at", _instant, false), ("until", _instant, true), ("day", _day, false), ("numbers", _numbers, false), ("words", _texts, true), ("inner", Inner(2), false), ("detail", Inner(1), true),
        ("parts", Inner(0).Array[1, 2].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())])), false), ("odd name", _text, true), ("named", _levelName, false))
        .Select(static value => (JsonNode?)value);

    private static Gen<JsonNode?> Inner(int depth) => Object(
        [
            ("size", _number, false), ("name", _text, false), ("note", _text, true), ("open", _boolean, false),
            .. depth > 0 ? [("next", Inner(depth - 1), true)] : Array.Empty<(string, Gen<JsonNode?>, bool)>(),
        ]).Select(static value => (JsonNode?)value);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>An object; a nullable member is missing, null or set.</summary>
    private static Gen<JsonObject> Object(params (string Name, Gen<JsonNode?> Value, bool IsNullable)[] members)
    {
        var result = Gen.Const(0).Select(static _ => new JsonObject());
        foreach (var (name, value, isNullable) in members)
        {
            result = Gen.Select(result, value, Gen.Int[0, 5]).Select((target, node, fate) =>
            {
                if (!isNullable || fate > 1)
                {
                    target[name] = node?.DeepClone();
                }
                else if (fate == 1)
                {
                    target[name] = null;
                }

                return target;
            });
        }

        return result;
    }
}
