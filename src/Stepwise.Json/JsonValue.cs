using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Json;

/// <summary>An immutable JSON value. Values are equal when they mean the same: members are compared by name whatever their order, numbers by value; positions play no part.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the alternates.")]
public abstract partial class JsonValue : IEquatable<JsonValue>
{
    private readonly PackedPosition _position;

    private protected JsonValue()
    {
    }

    private protected JsonValue(PackedPosition position) => _position = position;

    /// <summary>Which of the six kinds this is.</summary>
    public abstract JsonKind Kind { get; }

    /// <summary>Where the value begins in the text that it was read from; null when it was not read.</summary>
    public JsonPosition? Position => _position.IsAside ? FarPositions.Of(this) : _position.Position;

    /// <summary>A bit that the kind of value may use as it likes: it lies beside the position and costs no memory.</summary>
    private protected bool Flag => _position.Flag;

    /// <summary>Reads a text that holds exactly one JSON value (RFC 8259).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value, with positions.</returns>
    /// <exception cref="JsonSyntaxException">The text is not JSON, a name occurs twice in an object, or the text is nested too deeply.</exception>
    public static JsonValue Parse(string text) => Parse(text, JsonReadOptions.Default);

    /// <summary>Reads a text that holds exactly one JSON value (RFC 8259).</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The depth allowed, and what to do with names that occur twice.</param>
    /// <returns>The value, with positions.</returns>
    /// <exception cref="JsonSyntaxException">The text is not JSON as the options allow it.</exception>
    public static JsonValue Parse(string text, JsonReadOptions options)
        => TryParse(text, options, out var value, out var error) ? value : throw new JsonSyntaxException(error);

    /// <summary>Reads a text that holds exactly one JSON value, and says what is wrong where it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value, with positions; null when the text is not JSON.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
        => TryParse(text, JsonReadOptions.Default, out value, out error);

    /// <summary>Reads a text that holds exactly one JSON value, and says what is wrong where it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The depth allowed, and what to do with names that occur twice.</param>
    /// <param name="value">The value, with positions; null when the text is not JSON.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryParse(string text, JsonReadOptions options, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return JsonReader.TryRead(text, options, out value, out error);
    }

    /// <summary>A JSON string, which is literal: see <see cref="JsonString.WithSubstitutions(string)"/> for text with substitutions.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator JsonValue(string value) => new JsonString(value);

    /// <summary>A JSON boolean.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator JsonValue(bool value) => JsonBoolean.Of(value);

    /// <summary>A JSON number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonValue(int value) => new JsonNumber((long)value);

    /// <summary>A JSON number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonValue(long value) => new JsonNumber(value);

    /// <summary>A JSON number; it throws <see cref="ArgumentOutOfRangeException"/> for NaN and infinities.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonValue(double value) => new JsonNumber(value);

    /// <summary>Whether two values mean the same.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(JsonValue? left, JsonValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(JsonValue? left, JsonValue? right) => !(left == right);

    /// <summary>Writes the value: members in their order, the shortest form of numbers and escapes, <c>\n</c> between lines.</summary>
    /// <param name="indented">Whether to break lines and indent by two spaces. Default: all on one line, without spaces.</param>
    /// <returns>JSON text without a final line break.</returns>
    public string ToJson(bool indented = false) => JsonWriter.Write(this, indented, isTemplate: false);

    /// <summary>
    /// Writes the value as a template: JSON text in which a tool replaces <c>${Name}</c> and <c>%{...}</c> before it is read, as CloudFormation does in a definition and Terraform in <c>templatefile</c>.
    /// The text is that of <see cref="ToJson(bool)"/>, except that the brace after <c>$</c> or <c>%</c> is escaped, as <c>\u007b</c>, where it does not begin a substitution; see <see cref="JsonString.HasSubstitutions"/>.
    /// </summary>
    /// <param name="indented">Whether to break lines and indent by two spaces. Default: all on one line, without spaces.</param>
    /// <returns>JSON text without a final line break.</returns>
    /// <example>
    /// <code>
    /// JsonObject.Create(("price", "${5}"), ("topic", JsonString.WithSubstitutions("${TopicArn}"))).ToJsonTemplate();
    /// // {"price":"$\u007b5}","topic":"${TopicArn}"}
    /// </code>
    /// </example>
    public string ToJsonTemplate(bool indented = false) => JsonWriter.Write(this, indented, isTemplate: true);

    /// <summary>The value as compact JSON.</summary>
    /// <returns>The same as <see cref="ToJson(bool)"/>.</returns>
    public sealed override string ToString() => ToJson();

    /// <inheritdoc/>
    public abstract bool Equals(JsonValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as JsonValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
