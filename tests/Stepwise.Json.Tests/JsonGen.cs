using CsCheck;

namespace Stepwise.Json.Tests;

/// <summary>Random JSON values: all kinds, awkward strings and numbers, shallow nesting.</summary>
internal static class JsonGen
{
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char, 0, 12],
        Gen.String[Gen.Char["${}%\\\"/\n\r\t\b\f\u0000\u001f\u007f\u2028aé\ud83d\ude00"], 0, 12]);

    private static readonly double[] Awkward = [0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e21, 1e-7, 0.1, 1e300, 9223372036854775807.0];

    public static readonly Gen<double> Double = Gen.OneOf(Gen.Double, Gen.Double.Unit, Gen.Int[0, 9].Select(i => Awkward[i]))
        .Where(d => !double.IsNaN(d) && !double.IsInfinity(d));

    public static readonly Gen<JsonValue> Value = Gen.Recursive<JsonValue>((depth, self) =>
    {
        Gen<JsonValue> leaf = Gen.OneOf(
            Gen.Const((JsonValue)JsonNull.Instance),
            Gen.Bool.Select(b => (JsonValue)JsonBoolean.Of(b)),
            Gen.Long.Select(n => (JsonValue)new JsonNumber(n)),
            Double.Select(n => (JsonValue)new JsonNumber(n)),
            Text.Select(Gen.Bool, (text, literal) => literal ? JsonString.Literal(text) : (JsonValue)new JsonString(text)));
        return depth > 4
            ? leaf
            : Gen.Frequency(
                (4, leaf),
                (1, self.Array[0, 5].Select(items => (JsonValue)JsonArray.Of(items))),
                (1, Gen.Select(Text, self).Array[0, 14].Select(members => (JsonValue)ObjectOf(members))));
    });

    private static JsonObject ObjectOf((string Name, JsonValue Value)[] members)
        => JsonObject.Of(members.GroupBy(m => m.Item1, StringComparer.Ordinal).Select(g => g.First()).ToArray());
}
