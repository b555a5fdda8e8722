using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Random values of the parameters, as JSON on the wire: few different ones, so that comparisons are true often enough, and all that is awkward.</summary>
internal static class DifferentialInputs
{
    private static readonly Gen<JsonNode?> Text = OneOf("", "a", "ab", "abc", "b", "x", "A", "it's", "\"", "\\", "*", "a*b", "${x}", "😀a", "a😀", "é", "\n", " ").Select(static text => (JsonNode?)JsonValue.Create(text));
    private static readonly Gen<JsonNode?> Letter = OneOf("a", "x", "é", "'").Select(static text => (JsonNode?)JsonValue.Create(text));
    private static readonly Gen<JsonNode?> Number = Gen.OneOf(Gen.Int[-3, 4], OneOf(5, 10, -7, 100, 1000)).Select(static number => (JsonNode?)JsonValue.Create(number));
    private static readonly Gen<JsonNode?> Fraction = OneOf(0, 0.5, 1, 1.5, -2.25, 100, 1e9, 1e-7).Select(static number => (JsonNode?)JsonValue.Create(number));
    private static readonly Gen<JsonNode?> Boolean = Gen.Bool.Select(static value => (JsonNode?)JsonValue.Create(value));
    private static readonly Gen<JsonNode?> Color = OneOf("red", "Green", "Blue").Select(static text => (JsonNode?)JsonValue.Create(text));
    private static readonly Gen<JsonNode?> Level = OneOf(0, 5, 9).Select(static number => (JsonNode?)JsonValue.Create(number));
    private static readonly Gen<JsonNode?> LevelName = OneOf("Low", "Middle", "High").Select(static text => (JsonNode?)JsonValue.Create(text));

    private static readonly Gen<JsonNode?> Guid = OneOf(
        "a0000000-0000-0000-0000-00000000000b", "A0000000-0000-0000-0000-00000000000B", "00000000-0000-0000-0000-000000000000", "c1c1c1c1-0000-0000-0000-000000000000")
        .Select(static text => (JsonNode?)JsonValue.Create(text));

    private static readonly Gen<JsonNode?> Instant = Gen.Select(Gen.Int[0, 3], OneOf(-5, 0, 2), OneOf(0, 500)).Select(static (hours, offset, milliseconds) =>
        (JsonNode?)JsonValue.Create(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero).AddHours(hours).AddMilliseconds(milliseconds)
            .ToOffset(TimeSpan.FromHours(offset)).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)));

    private static readonly Gen<JsonNode?> Day = Gen.Int[1, 3].Select(static day => (JsonNode?)JsonValue.Create("2026-01-0" + day.ToString(CultureInfo.InvariantCulture)));
    private static readonly Gen<JsonNode?> Numbers = Number.Array[0, 3].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())]));
    private static readonly Gen<JsonNode?> Texts = Text.Array[0, 3].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())]));

    public static Gen<JsonObject> Values { get; } = Object(
        ("s", Sample, false), ("o", Sample, true), ("note", Text, true), ("limit", Number, true), ("maybe", Boolean, true), ("flag", Boolean, false), ("id", Guid, false), ("other", Guid, true),
        ("n", Number, false), ("m", Number, false), ("text", Text, false), ("words", Texts, true), ("tint", Color, true), ("at", Instant, false), ("until", Instant, true));

    private static Gen<JsonNode?> Sample => Object(
        ("ok", Boolean, false), ("maybe", Boolean, true), ("count", Number, false), ("limit", Number, true), ("ratio", Fraction, false), ("share", Fraction, true), ("text", Text, false),
        ("note", Text, true), ("letter", Letter, false), ("color", Color, false), ("tint", Color, true), ("level", Level, false), ("rank", Level, true), ("id", Guid, false), ("other", Guid, true),
        ("at", Instant, false), ("until", Instant, true), ("day", Day, false), ("numbers", Numbers, false), ("words", Texts, true), ("inner", Inner(2), false), ("detail", Inner(1), true),
        ("parts", Inner(0).Array[1, 2].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())])), false), ("odd name", Text, true), ("named", LevelName, false))
        .Select(static value => (JsonNode?)value);

    private static Gen<JsonNode?> Inner(int depth) => Object(
        [
            ("size", Number, false), ("name", Text, false), ("note", Text, true), ("open", Boolean, false),
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
