namespace Stepwise.Json;

/// <summary>A name and its value in a JSON object.</summary>
public readonly struct JsonMember : IEquatable<JsonMember>
{
    private readonly PackedPosition _position;

    internal JsonMember(string name, JsonValue value)
        : this(name, value, default)
    {
    }

    internal JsonMember(string name, JsonValue value, PackedPosition position)
    {
        Name = name;
        Value = value;
        _position = position;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public JsonValue Value { get; }

    /// <summary>Whether the name has substitutions; see <see cref="JsonString.HasSubstitutions"/>.</summary>
    public bool NameHasSubstitutions => AreBracesBare && SubstitutionBraces.AreIn(Name);

    /// <summary>The position of the name's opening quote; null if the member was not read from text.</summary>
    public JsonPosition? NamePosition => _position.IsAside ? FarPositions.OfName(Value) : _position.Position;

    /// <summary>A member in whose name each <c>${</c> and <c>%{</c> begins a substitution; see <see cref="JsonString.WithSubstitutions(string)"/>.</summary>
    internal static JsonMember WithSubstitutions(string name, JsonValue value) => new(name, value, new PackedPosition(flag: true));

    /// <summary>The same name with a value, which the reader reads after the name.</summary>
    internal JsonMember With(JsonValue value) => new(Name, value, _position);

    internal bool IsNameFar => _position.IsAside;

    /// <summary>The same as <see cref="JsonString.AreBracesBare"/>, for the name.</summary>
    internal bool AreBracesBare => _position.Flag;

    /// <summary>Whether two members have the same name and equal values.</summary>
    /// <param name="left">One member.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(JsonMember left, JsonMember right) => left.Equals(right);

    /// <summary>Whether two members differ in name or value.</summary>
    /// <param name="left">One member.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(JsonMember left, JsonMember right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JsonMember other) => string.Equals(Name, other.Name, StringComparison.Ordinal) && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonMember other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Name) * 31) + Value.GetHashCode());
}
