using System.Globalization;

namespace Stepwise.Json;

/// <summary>A JSON number: a 64-bit integer, held exactly, or a double. A double without a fraction is the integer, so that <c>2.0</c> and <c>2</c> are one value.</summary>
public sealed class JsonNumber : JsonValue
{
    /// <summary>The integer, or the bits of the double; the flag says which.</summary>
    private readonly long _bits;

    /// <summary>Makes a number of a double.</summary>
    /// <param name="value">The number; the sign of zero is not kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite, which JSON cannot say.</exception>
    public JsonNumber(double value)
        : this(value, default)
    {
    }

    /// <summary>Makes a number of an integer, exactly.</summary>
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

    /// <summary>The number as a double, rounded where an integer above 2^53 does not fit.</summary>
    /// <returns>The double.</returns>
    public double ToDouble() => Flag ? _bits : BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The number as a 64-bit integer, if it is one.</summary>
    /// <param name="value">The integer; 0 when the number has a fraction or is too large.</param>
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

    // Both bounds are exact doubles; the upper one is the first that no longer fits.
    private static bool IsInteger(double value) => value >= -9223372036854775808.0 && value < 9223372036854775808.0 && (long)value == value;

    private static long Finite(double value)
        => double.IsNaN(value) || double.IsInfinity(value)
            ? throw new ArgumentOutOfRangeException(nameof(value), "JSON has no NaN and no infinities.")
            : BitConverter.DoubleToInt64Bits(value);
}
