using System.Globalization;
using System.Text.Json.Nodes;

namespace Stepwise.Differential.Types;

/// <summary>Random JSON of a type: few different values, so that comparisons are true often enough, and values at the edges.</summary>
/// <param name="random">The source of randomness.</param>
/// <param name="naming">How properties are named.</param>
internal sealed class RandomValues(Random random, Naming naming)
{
    /// <summary>Texts. None has <c>@</c> or <c>#</c>, which stand for children in the C# of a node.</summary>
    public static IReadOnlyList<string> Texts { get; } = ["", "a", "ab", "b", "x", "A", "it's", "\"", "\\", "*", "${x-y}", "{% x %}", "😀a", "é", "e\u0301", "\n", " ", "true", "0", "null", "$x", "$1", ",a,, b", "a😀b", " \u0085\u2028", "\ufeffx ", "ß", "\u212aI", "ı", "\ufffd", "(.)", "%F0", "KI", "True"];

    public static IReadOnlyList<char> Characters { get; } = ['a', 'x', 'é', '\'', '0'];

    public static IReadOnlyList<int> Integers { get; } = [0, 1, 2, 3, -1, -2, 5, 7, 10, 100, int.MaxValue, int.MinValue];

    public static IReadOnlyList<long> Longs { get; } = [0, 1, -1, 5, 4_000_000_000, 1_769_860_800_000, 9_007_199_254_740_991, -9_007_199_254_740_991];

    public static IReadOnlyList<double> Doubles { get; } = [0, 0.5, 1, 1.5, -2.25, 100, 1e9, 1e-7, 1e21, -1];

    public static IReadOnlyList<decimal> Decimals { get; } = [0m, 0.5m, 1m, 1.5m, -2.25m, 100m, 1000000m];

    public static IReadOnlyList<string> Guids { get; } =
        ["a0000000-0000-0000-0000-00000000000b", "A0000000-0000-0000-0000-00000000000B", "00000000-0000-0000-0000-000000000000", "c1c1c1c1-0000-0000-0000-000000000000"];

    public static IReadOnlyList<string> Instants { get; } =
        ["2026-01-31T12:00:00+00:00", "2026-01-31T14:00:00+02:00", "2026-01-31T12:00:00.5+00:00", "2026-01-31T06:30:00-05:30", "2026-02-28T23:59:59+00:00", "1970-01-01T00:00:00+00:00"];

    /// <summary>TimeSpans of whole milliseconds: an instant that is computed has no more.</summary>
    public static IReadOnlyList<string> Durations { get; } = ["00:00:00", "00:05:00", "-00:05:00", "1.00:00:00", "-1.02:03:04.5000000", "00:00:01.0010000", "23:59:59.9990000", "365.00:00:00"];

    public static IReadOnlyList<string> Dates { get; } = ["2026-01-31", "2024-02-29", "1969-12-31", "2026-12-31", "0001-01-01"];

    /// <summary>The keys of dictionaries, those with text as key.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["k", "a b", "it's", "K", "é"];

    public static IReadOnlyList<string> NumberKeys { get; } = ["0", "1", "7"];

    /// <summary>A value of a place: null where that is allowed.</summary>
    public JsonNode? Next(TypeRef type, int depth) => type.MayBeNull && random.Next(3) == 0 ? null : Next(type.Type, depth, isTextEnum: false, isTextNumber: false);

    private JsonNode? Next(CSharpType type, int depth, bool isTextEnum, bool isTextNumber) => type switch
    {
        ScalarType scalar => Next(scalar.Scalar, isTextNumber),
        EnumType { Members: var members } @enum => members[random.Next(members.Count)] is var member && @enum.IsText ? member.Text : isTextEnum ? member.Name : member.Number,
        ListType list => new JsonArray([.. Enumerable.Range(0, Length()).Select(_ => Next(list.Element, depth - 1))]),
        DictionaryType dictionary => Next(dictionary, depth),
        RecordType { Derived.Count: > 0 } shape => shape.Derived[random.Next(shape.Derived.Count)] is var (discriminator, derived) ? Next(derived, depth, discriminator) : null,
        RecordType record => Next(record, depth, null),
        _ => throw new InvalidOperationException(type.Name),
    };

    private int Length() => random.Next(10) switch { 0 or 1 => 0, 2 or 3 or 4 => 1, 5 or 6 => 2, _ => 3 };

    private JsonValue Next(Scalar scalar, bool isText)
    {
        switch (scalar)
        {
            case Scalar.Boolean: return JsonValue.Create(random.Next(2) == 0);
            case Scalar.Int when isText: return JsonValue.Create(Pick(Integers).ToString(CultureInfo.InvariantCulture));
            case Scalar.Int: return JsonValue.Create(random.Next(3) == 0 ? Pick(Integers) : random.Next(-2, 5));
            case Scalar.Long when isText: return JsonValue.Create(Pick(Longs).ToString(CultureInfo.InvariantCulture));
            case Scalar.Long: return JsonValue.Create(random.Next(2) == 0 ? Pick(Longs) : random.Next(-2, 5));
            case Scalar.Double when isText: return JsonValue.Create(Pick(Doubles).ToString("R", CultureInfo.InvariantCulture));
            case Scalar.Double: return JsonValue.Create(Pick(Doubles));
            case Scalar.Decimal: return JsonValue.Create(Pick(Decimals));
            case Scalar.Text: return JsonValue.Create(Pick(Texts));
            case Scalar.Char: return JsonValue.Create(Pick(Characters).ToString());
            case Scalar.Guid: return JsonValue.Create(Pick(Guids));
            case Scalar.Duration: return JsonValue.Create(Pick(Durations));
            case Scalar.Date: return JsonValue.Create(Pick(Dates));
            default: return JsonValue.Create(Pick(Instants));
        }
    }

    private JsonObject Next(DictionaryType type, int depth)
    {
        var result = new JsonObject();
        foreach (var key in type.HasTextKeys ? Keys : NumberKeys)
        {
            if (random.Next(3) > 0)
            {
                result[key] = Next(type.Value, depth - 1);
            }
        }

        return result;
    }

    private JsonObject Next(RecordType type, int depth, string? discriminator)
    {
        var result = new JsonObject();
        if (discriminator is not null)
        {
            result["$type"] = discriminator;
        }

        // All nulls of an object are written, or none, or each as it comes: producers differ.
        var style = random.Next(4);
        foreach (var member in type.Members)
        {
            // What has no annotation cannot be trusted to end: a record within itself does.
            var isNull = member.Type.MayBeNull && (depth <= 0 || random.Next(3) == 0);
            if (isNull)
            {
                if (style == 0 || member.Ignoring is Ignoring.Never || (style == 1 && random.Next(2) == 0))
                {
                    result[member.JsonName(naming)] = null;
                }

                continue;
            }

            var value = Next(member.Type.Type, depth - 1, member.IsTextEnum, member.IsTextNumber);
            if (member.Ignoring is Ignoring.WhenDefault && IsDefault(value))
            {
                continue;
            }

            result[member.JsonName(naming)] = value;
        }

        return result;
    }

    private static bool IsDefault(JsonNode? value) => value?.ToJsonString() is "false" or "0" or "\"00000000-0000-0000-0000-000000000000\"" or "\"0\"" or null;

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
