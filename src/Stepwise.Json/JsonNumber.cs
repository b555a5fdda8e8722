using System.Globalization;

namespace Stepwise.Json;

/// <summary>A JSON number: an exact 64-bit integer, or a double. A double without a fraction is stored as an integer if it fits, so <c>2.0</c> and <c>2</c> are equal.</summary>
public sealed class JsonNumber : JsonValue
{
    /// <summary>The integer if the flag is set, otherwise the bits of the double.</summary>
    private readonly long _bits;

    /// <summary>Creates a number from a double.</summary>
    /// <param name="value">The number. Negative zero becomes zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite, which JSON cannot represent.</exception>
    public JsonNumber(double value)
        : this(value, default)
    {
    }

    /// <summary>Creates a number from an integer, without loss.</summary>
    /// <param name="value">The number.</param>
    public JsonNumber(long value)
        : this(value, default)
    {
    }

    internal JsonNumber(double value, PackedPosition position)
        : base(position.With(IsInteger(value)))
        => _bits = Flag ? (long)value : Finite(value);

    internal JsonNumber(long value, PackedPosition position)
        : base(position.With(true))
        => _bits = value;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Number;

    /// <summary>Returns the number as a double. An integer above 2^53 may be rounded.</summary>
    /// <returns>The double.</returns>
    public double ToDouble() => Flag ? _bits : BitConverter.Int64BitsToDouble(_bits);

    /// <summary>Gets the number as a 64-bit integer, if it is one.</summary>
    /// <param name="value">The integer; 0 if the number has a fraction or does not fit.</param>
    /// <returns>Whether the number is a 64-bit integer.</returns>
    public bool TryGetInt64(out long value)
    {
        value = Flag ? _bits : 0;
        return Flag;
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other)
        => other is JsonNumber number && number.Flag == Flag && number._bits == _bits;

    /// <inheritdoc/>
    public override int GetHashCode() => _bits.GetHashCode();

    internal string ToText() => Flag ? _bits.ToString(CultureInfo.InvariantCulture) : NumberText.Of(ToDouble());

    // Both bounds are exact doubles. The upper bound is the first double that does not fit.
    private static bool IsInteger(double value) => value >= -9223372036854775808.0 && value < 9223372036854775808.0 && (long)value == value;

    private static long Finite(double value)
        => double.IsNaN(value) || double.IsInfinity(value)
            ? throw new ArgumentOutOfRangeException(nameof(value), "JSON has no NaN and no infinities.")
            : BitConverter.DoubleToInt64Bits(value);
}
