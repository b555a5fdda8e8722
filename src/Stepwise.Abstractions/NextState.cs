namespace Stepwise;

/// <summary>What a <see cref="ChoiceAttribute"/> method returns: the name of the state that comes next. A string converts to it, so that an arm is <c>nameof(State)</c>,
/// and a unit test compares it with the same.</summary>
public readonly struct NextState : IEquatable<NextState>
{
    private readonly string? name;

    private NextState(string name) => this.name = name;

    /// <summary>Converts a state's name.</summary>
    /// <param name="stateName">The method's name, <c>nameof(State)</c>.</param>
    public static implicit operator NextState(string stateName) => new(stateName);

    /// <summary>Converts a state's name.</summary>
    /// <param name="stateName">The method's name, <c>nameof(State)</c>.</param>
    /// <returns>The state.</returns>
    public static NextState FromString(string stateName) => new(stateName);

    /// <summary>Compares two names, ordinally.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(NextState left, NextState right) => left.Equals(right);

    /// <summary>Compares two names, ordinally.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(NextState left, NextState right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(NextState other) => string.Equals(name, other.name, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is NextState other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => name is null ? 0 : StringComparer.Ordinal.GetHashCode(name);

    /// <summary>The name.</summary>
    /// <returns>The name; empty for a default value.</returns>
    public override string ToString() => name ?? "";
}
