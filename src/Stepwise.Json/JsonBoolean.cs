namespace Stepwise.Json;

/// <summary>The JSON values <c>true</c> and <c>false</c>.</summary>
public sealed class JsonBoolean : JsonValue
{
    internal JsonBoolean(bool value, PackedPosition position)
        : base(position.With(value))
    {
    }

    /// <summary>The value <c>true</c>, without a position.</summary>
    public static JsonBoolean True { get; } = new(true, default);

    /// <summary>The value <c>false</c>, without a position.</summary>
    public static JsonBoolean False { get; } = new(false, default);

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Boolean;

    /// <summary>True or false.</summary>
    public bool Value => Flag;

    /// <summary>Returns the JSON value of a boolean.</summary>
    /// <param name="value">True or false.</param>
    /// <returns><see cref="True"/> or <see cref="False"/>.</returns>
    public static JsonBoolean From(bool value) => value ? True : False;

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonBoolean boolean && boolean.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 19 : 23;
}
