namespace Stepwise.Json;

/// <summary>A JSON string.</summary>
public sealed class JsonString : JsonValue
{
    /// <summary>Makes a string that is written as it is, so that <c>${Name}</c> in it is a substitution.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public JsonString(string value)
        : this(value, isLiteral: false)
    {
    }

    internal JsonString(string value, bool isLiteral)
        : base(new PackedPosition(isLiteral))
        => Value = value ?? throw new ArgumentNullException(nameof(value));

    internal JsonString(string value, bool isLiteral, PackedPosition position)
        : base(position.With(isLiteral))
        => Value = value;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.String;

    /// <summary>The text, without quotes and escapes.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether <c>${</c> and <c>%{</c> are written <c>$\u007b</c> and <c>%\u007b</c>, so that CloudFormation and Terraform leave them alone. It plays no part in equality.
    /// A string read from text has it when such a brace was escaped there and no other was left bare.
    /// </summary>
    public bool IsLiteral => Flag;

    /// <summary>Makes a string of a user's text, in which <c>${</c> and <c>%{</c> are no substitutions and are escaped when written.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The string.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static JsonString Literal(string value) => new(value, isLiteral: true);

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonString text && string.Equals(text.Value, Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);
}
