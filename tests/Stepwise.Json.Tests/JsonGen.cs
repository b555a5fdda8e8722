using CsCheck;

namespace Stepwise.Json.Tests;

/// <summary>Random JSON values: all kinds, awkward strings and numbers, shallow nesting.</summary>
internal static class JsonGen
{
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char, 0, 12],
        Gen.String[Gen.Char["${}%\\\"/\n\r\t\b\f\u0000\u001f\u007f\u2028aé\ud83d\ude00"], 0, 12]);

    private static readonly string[] _spellings = ["${", "%{", "$\\u007b", "%\\u007B", "{", "\\u0024{", "$$", "}", "\\n", "\\\\", "a", "\ud83d\ude00"];

    /// <summary>Strings in which some of the braces that begin substitutions are escaped and others are not.</summary>
    private static readonly Gen<JsonString> _spelled = Gen.Int[0, _spellings.Length - 1].Select(i => _spellings[i])
        .Array[0, 8].Select(parts => (JsonString)JsonValue.Parse("\"" + string.Concat(parts) + "\""));

    private static readonly Gen<JsonString> _name = Gen.OneOf(Text.Select(text => new JsonString(text)), _spelled);

    private static readonly double[] _awkward = [0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e21, 1e-7, 0.1, 1e300, 9223372036854775807.0];

    public static readonly Gen<double> Double = Gen.OneOf(Gen.Double, Gen.Double.Unit, Gen.Int[0, 9].Select(i => _awkward[i]))
        .Where(d => !double.IsNaN(d) && !double.IsInfinity(d));

    public static readonly Gen<JsonValue> Value = Gen.Recursive<JsonValue>((depth, self) =>
    {
        Gen<JsonValue> leaf = Gen.OneOf(
            Gen.Const((JsonValue)JsonNull.Instance),
            Gen.Bool.Select(b => (JsonValue)JsonBoolean.From(b)),
            Gen.Long.Select(n => (JsonValue)new JsonNumber(n)),
            Double.Select(n => (JsonValue)new JsonNumber(n)),
            Text.Select(Gen.Bool, (text, isLiteral) => isLiteral ? new JsonString(text) : (JsonValue)JsonString.WithSubstitutions(text)),
            _spelled.Select(text => (JsonValue)text));
        return depth > 4
            ? leaf
            : Gen.Frequency(
                (4, leaf),
                (1, self.Array[0, 5].Select(items => (JsonValue)JsonArray.Create(items))),
                (1, Gen.Select(_name, self).Array[0, 14].Select(members => (JsonValue)ObjectOf(members))));
    });

    private static JsonObject ObjectOf((JsonString Name, JsonValue Value)[] members)
    {
        var builder = new JsonObject.Builder();
        foreach (var (name, value) in members.DistinctBy(member => member.Name.Value, StringComparer.Ordinal))
        {
            // Only the reader creates names with substitutions.
            builder.Add(((JsonObject)JsonValue.Parse("{" + name.ToJsonTemplate() + ":" + value.ToJsonTemplate() + "}")).Members[0]);
        }

        return builder.ToObject();
    }
}
