namespace Stepwise;

/// <summary>A task with a parameter of this type waits until its token comes back by <c>SendTaskSuccess</c> or <c>SendTaskFailure</c>; the suffix <c>.waitForTaskToken</c> of ASL's <c>Resource</c>.
/// The payload carries the token under the parameter's name.</summary>
public readonly struct TaskToken : IEquatable<TaskToken>
{
    private readonly string? _value;

    private TaskToken(string value) => _value = value;

    /// <summary>Converts a token to its text.</summary>
    /// <param name="token">The token.</param>
    public static implicit operator string(TaskToken token) => token.ToString();

    /// <summary>Creates a token from its text, as a function received it.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The token.</returns>
    public static TaskToken FromString(string value) => new(value);

    /// <summary>Compares two tokens, case-sensitively.</summary>
    /// <param name="left">The first token.</param>
    /// <param name="right">The second token.</param>
    public static bool operator ==(TaskToken left, TaskToken right) => left.Equals(right);

    /// <summary>Compares two tokens, case-sensitively.</summary>
    /// <param name="left">The first token.</param>
    /// <param name="right">The second token.</param>
    public static bool operator !=(TaskToken left, TaskToken right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(TaskToken other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TaskToken other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns the token's text.</summary>
    /// <returns>The text; empty for the default value.</returns>
    public override string ToString() => _value ?? "";
}
