namespace Stepwise.Json;

/// <summary>A JSON string.</summary>
/// <remarks>
/// In a template, which <see cref="JsonValue.ToJsonTemplate(bool)"/> writes, a string is literal: <c>${</c> and <c>%{</c> in it are escaped.
/// The exceptions are strings made by <see cref="WithSubstitutions(string)"/> and strings whose source text had these braces unescaped.
/// </remarks>
public sealed class JsonString : JsonValue
{
    /// <summary>Creates a literal string.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public JsonString(string value)
        : this(value, areBracesBare: false, default)
    {
    }

    internal JsonString(string value, bool areBracesBare, PackedPosition position)
        : base(position.With(areBracesBare))
        => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.String;

    /// <summary>The text, without quotes and escapes.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether the string has substitutions: a <c>${</c> or <c>%{</c> that <see cref="JsonValue.ToJsonTemplate(bool)"/> writes as it is.
    /// A string that was read has them where its source text did not escape the brace.
    /// </summary>
    public bool HasSubstitutions => AreBracesBare && SubstitutionBraces.AreIn(Value);

    /// <summary>Whether a brace that begins a substitution is written as it is, unless <see cref="SubstitutionBraces"/> lists it as escaped.</summary>
    internal bool AreBracesBare => Flag;

    /// <summary>Creates a string in which each <c>${</c> and <c>%{</c> begins a substitution, so that a template contains it unescaped.</summary>
    /// <param name="value">The text, for example <c>arn:${Partition}:s3:::reports</c>.</param>
    /// <returns>The string.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static JsonString WithSubstitutions(string value) => new(value, areBracesBare: true, default);

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonString text && string.Equals(text.Value, Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);
}
