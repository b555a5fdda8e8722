using System.Globalization;

namespace Stepwise.Json;

/// <summary>A JSON number: a 64-bit integer, held exactly, or a double. A double without a fraction is the integer, so that <c>2.0</c> and <c>2</c> are one value.</summary>
public sealed class JsonNumber : JsonValue
{
    private readonly bool _isInteger;
    private readonly long _integer;
    private readonly double _double;

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

    internal JsonNumber(double value, JsonPosition position)
        : base(position)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "JSON has no NaN and no infinities.");
        }

        // Both bounds are exact doubles; the upper one is the first that no longer fits.
        if (value >= -9223372036854775808.0 && value < 9223372036854775808.0 && (long)value == value)
        {
            _isInteger = true;
            _integer = (long)value;
        }

        _double = _isInteger && _integer == 0 ? 0 : value;
    }

    internal JsonNumber(long value, JsonPosition position)
        : base(position)
    {
        _isInteger = true;
        _integer = value;
        _double = value;
    }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Number;

    /// <summary>The number as a double, rounded where an integer above 2^53 does not fit.</summary>
    /// <returns>The double.</returns>
    public double ToDouble() => _double;

    /// <summary>The number as a 64-bit integer, if it is one.</summary>
    /// <param name="value">The integer; 0 when the number has a fraction or is too large.</param>
    /// <returns>Whether the number is a 64-bit integer.</returns>
    public bool TryGetInt64(out long value)
    {
        value = _integer;
        return _isInteger;
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other)
        => other is JsonNumber number && number._isInteger == _isInteger && (_isInteger ? number._integer == _integer : number._double == _double);

    /// <inheritdoc/>
    public override int GetHashCode() => _isInteger ? _integer.GetHashCode() : _double.GetHashCode();

    internal string ToText() => _isInteger ? _integer.ToString(CultureInfo.InvariantCulture) : NumberText.Of(_double);
}
