using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Infinity or NaN, which JSON cannot represent. Arithmetic may return it. Nearly all functions fail with D1001 if they get it, and arrays and objects never contain it.</summary>
internal sealed class NonFinite : JsonValue
{
    private NonFinite(double value) => Value = value;

    public double Value { get; }

    public override JsonKind Kind => JsonKind.Number;

    public static NonFinite Of(double value) => new(value);

    /// <summary>Throws D1001 if the value is not finite.</summary>
    public static void Refuse(JsonValue? value)
    {
        if (value is NonFinite)
        {
            throw new JsonataException("D1001") { Value = JsonNull.Instance };
        }
    }

    /// <summary>Gets a number as a double, which may be infinite or NaN.</summary>
    public static bool TryGetDouble(JsonValue? value, out double number)
    {
        number = value switch { JsonNumber finite => finite.ToDouble(), NonFinite other => other.Value, _ => 0 };
        return value is JsonNumber or NonFinite;
    }

    public override bool Equals(JsonValue? other) => other is NonFinite number && number.Value == Value;

    public override int GetHashCode() => Value.GetHashCode();
}
