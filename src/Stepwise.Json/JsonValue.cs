using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Json;

/// <summary>An immutable JSON value. Equality compares what values mean: members by name in any order, numbers by value. Positions do not count. <see cref="JsonTextComparer"/> compares written text.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the alternates.")]
public abstract partial class JsonValue : IEquatable<JsonValue>
{
    private readonly PackedPosition _position;

    private protected JsonValue()
    {
    }

    private protected JsonValue(PackedPosition position) => _position = position;

    /// <summary>The kind of the value.</summary>
    public abstract JsonKind Kind { get; }

    /// <summary>The position at which the value begins in its source text; null if it was not read from text.</summary>
    public JsonPosition? Position => _position.IsAside ? FarPositions.Of(this) : _position.Position;

    /// <summary>A bit for the derived class. It is stored with the position and needs no memory of its own.</summary>
    private protected bool Flag => _position.Flag;

    /// <summary>Reads a text that is exactly one JSON value (RFC 8259).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value, with positions.</returns>
    /// <exception cref="JsonSyntaxException">The text is not JSON, a name occurs twice in an object, or the text is nested too deeply.</exception>
    public static JsonValue Parse(string text) => Parse(text, JsonReadOptions.Default);

    /// <summary>Reads a text that is exactly one JSON value (RFC 8259).</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The greatest depth, and whether a name may occur twice in an object.</param>
    /// <returns>The value, with positions.</returns>
    /// <exception cref="JsonSyntaxException">The text is not JSON as the options allow it.</exception>
    public static JsonValue Parse(string text, JsonReadOptions options)
        => TryParse(text, options, out var value, out var error) ? value : throw new JsonSyntaxException(error);

    /// <summary>Reads a text that is exactly one JSON value (RFC 8259). If it is not, returns false and the error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value, with positions; null if the result is false.</param>
    /// <param name="error">The error; null if the result is true.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
        => TryParse(text, JsonReadOptions.Default, out value, out error);

    /// <summary>Reads a text that is exactly one JSON value (RFC 8259). If it is not, returns false and the error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The greatest depth, and whether a name may occur twice in an object.</param>
    /// <param name="value">The value, with positions; null if the result is false.</param>
    /// <param name="error">The error; null if the result is true.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryParse(string text, JsonReadOptions options, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return JsonReader.TryRead(text, options, out value, out error);
    }

    /// <summary>Converts a text to a literal <see cref="JsonString"/>. For text with substitutions, use <see cref="JsonString.WithSubstitutions(string)"/>.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator JsonValue(string value) => new JsonString(value);

    /// <summary>Converts a boolean to a <see cref="JsonBoolean"/>.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator JsonValue(bool value) => JsonBoolean.From(value);

    /// <summary>Converts an integer to a <see cref="JsonNumber"/>.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonValue(int value) => new JsonNumber((long)value);

    /// <summary>Converts an integer to a <see cref="JsonNumber"/>.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonValue(long value) => new JsonNumber(value);

    /// <summary>Converts a double to a <see cref="JsonNumber"/>.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public static implicit operator JsonValue(double value) => new JsonNumber(value);

    /// <summary>Whether two values are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(JsonValue? left, JsonValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two values are not equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(JsonValue? left, JsonValue? right) => !(left == right);

    /// <summary>Writes the value as JSON. Members keep their order, numbers and escapes have their shortest form, and lines end with <c>\n</c>.</summary>
    /// <param name="indented">Whether to write each element and member on a line of its own, indented by two spaces. The default is false: one line without spaces.</param>
    /// <returns>JSON text without a final line break.</returns>
    public string ToJson(bool indented = false) => JsonWriter.Write(this, indented, isTemplate: false);

    /// <summary>
    /// Writes the value as a template: JSON text in which a tool replaces <c>${Name}</c> and <c>%{...}</c> before it is read, as CloudFormation does in a definition and Terraform in <c>templatefile</c>.
    /// The text is that of <see cref="ToJson(bool)"/>, except that the brace after <c>$</c> or <c>%</c> is escaped, as <c>\u007b</c>, where it does not begin a substitution; see <see cref="JsonString.HasSubstitutions"/>.
    /// </summary>
    /// <param name="indented">Whether to write each element and member on a line of its own, indented by two spaces. The default is false: one line without spaces.</param>
    /// <returns>JSON text without a final line break.</returns>
    /// <example>
    /// <code>
    /// JsonObject.Create(("price", "${5}"), ("topic", JsonString.WithSubstitutions("${TopicArn}"))).ToJsonTemplate();
    /// // {"price":"$\u007b5}","topic":"${TopicArn}"}
    /// </code>
    /// </example>
    public string ToJsonTemplate(bool indented = false) => JsonWriter.Write(this, indented, isTemplate: true);

    /// <summary>Writes the value as JSON on one line.</summary>
    /// <returns>The result of <see cref="ToJson(bool)"/>.</returns>
    public sealed override string ToString() => ToJson();

    /// <inheritdoc/>
    public abstract bool Equals(JsonValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as JsonValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
