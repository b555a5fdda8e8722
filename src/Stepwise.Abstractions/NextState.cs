namespace Stepwise;

/// <summary>The state that a <see cref="ChoiceAttribute"/> method selects. A string converts to it, so an arm is <c>nameof(State)</c> and a unit test compares with <c>nameof(State)</c>.</summary>
public readonly struct NextState : IEquatable<NextState>
{
    private readonly string? _name;

    private NextState(string name) => _name = name;

    /// <summary>Selects a state by name.</summary>
    /// <param name="stateName">The method's name, <c>nameof(State)</c>.</param>
    public static implicit operator NextState(string stateName) => new(stateName);

    /// <summary>Selects a state by name.</summary>
    /// <param name="stateName">The method's name, <c>nameof(State)</c>.</param>
    /// <returns>The state.</returns>
    public static NextState FromString(string stateName) => new(stateName);

    /// <summary>Compares the names of two states, case-sensitively.</summary>
    /// <param name="left">The first state.</param>
    /// <param name="right">The second state.</param>
    public static bool operator ==(NextState left, NextState right) => left.Equals(right);

    /// <summary>Compares the names of two states, case-sensitively.</summary>
    /// <param name="left">The first state.</param>
    /// <param name="right">The second state.</param>
    public static bool operator !=(NextState left, NextState right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(NextState other) => string.Equals(_name, other._name, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is NextState other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _name is null ? 0 : StringComparer.Ordinal.GetHashCode(_name);

    /// <summary>Returns the state's name.</summary>
    /// <returns>The name; empty for the default value.</returns>
    public override string ToString() => _name ?? "";
}
