namespace Stepwise;

/// <summary>A parameter of this type makes a task wait until somebody sends the token back with <c>SendTaskSuccess</c> or <c>SendTaskFailure</c>
/// (<c>.waitForTaskToken</c>); the token goes out under the parameter's name.</summary>
public readonly struct TaskToken : IEquatable<TaskToken>
{
    private readonly string? value;

    private TaskToken(string value) => this.value = value;

    /// <summary>Converts a token to the text that is on the wire.</summary>
    /// <param name="token">The token.</param>
    public static implicit operator string(TaskToken token) => token.ToString();

    /// <summary>Converts a text that came over the wire.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The token.</returns>
    public static TaskToken FromString(string value) => new(value);

    /// <summary>Compares two tokens, ordinally.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TaskToken left, TaskToken right) => left.Equals(right);

    /// <summary>Compares two tokens, ordinally.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TaskToken left, TaskToken right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(TaskToken other) => string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TaskToken other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    /// <summary>The text that is on the wire.</summary>
    /// <returns>The text; empty for a default value.</returns>
    public override string ToString() => value ?? "";
}
