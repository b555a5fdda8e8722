namespace Stepwise.Jsonata.Syntax;

/// <summary>A set of the types that signatures distinguish.</summary>
internal readonly struct JsonataTypes : IEquatable<JsonataTypes>
{
    private const string Letters = "asnblfom";
    private readonly byte _bits;

    private JsonataTypes(int bits) => _bits = (byte)bits;

    /// <summary>Every type, including a missing value.</summary>
    public static JsonataTypes Any { get; } = new(0xFF);

    /// <summary>Functions.</summary>
    public static JsonataTypes Function { get; } = Of('f');

    /// <summary>A missing value, which fits all types except functions.</summary>
    public static JsonataTypes Missing { get; } = Of('m');

    public static JsonataTypes operator |(JsonataTypes left, JsonataTypes right) => new(left._bits | right._bits);

    public static JsonataTypes operator &(JsonataTypes left, JsonataTypes right) => new(left._bits & right._bits);

    public static JsonataTypes operator ~(JsonataTypes types) => new(~types._bits);

    public static bool operator ==(JsonataTypes left, JsonataTypes right) => left._bits == right._bits;

    public static bool operator !=(JsonataTypes left, JsonataTypes right) => left._bits != right._bits;

    /// <summary>Returns the type of a letter; the empty set if the letter has no type.</summary>
    public static JsonataTypes Of(char letter)
    {
        var index = Letters.IndexOf(letter);
        return index < 0 ? default : new(1 << index);
    }

    /// <summary>Returns the types of the letters in a choice. In a choice, <c>x</c> and <c>j</c> have no type.</summary>
    public static JsonataTypes OfChoice(string letters)
    {
        var types = default(JsonataTypes);
        foreach (var letter in letters)
        {
            types |= Of(letter);
        }

        return types;
    }

    /// <summary>Whether the set contains a type.</summary>
    public bool Contains(JsonataTypes kind) => (_bits & kind._bits) != 0;

    public bool Equals(JsonataTypes other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is JsonataTypes other && Equals(other);

    public override int GetHashCode() => _bits;
}
