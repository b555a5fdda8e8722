using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A number that JSON cannot say. Arithmetic may give it; almost everything that takes it fails with D1001, and no array or object holds one.</summary>
internal sealed class NonFinite : JsonValue
{
    private NonFinite(double value) => Value = value;

    public double Value { get; }

    public override JsonKind Kind => JsonKind.Number;

    public static NonFinite Of(double value) => new(value);

    /// <summary>Fails if the value is not finite.</summary>
    public static void Refuse(JsonValue? value)
    {
        if (value is NonFinite)
        {
            throw new JsonataException("D1001") { Value = JsonNull.Instance };
        }
    }

    public override bool Equals(JsonValue? other) => other is NonFinite number && number.Value == Value;

    public override int GetHashCode() => Value.GetHashCode();
}
