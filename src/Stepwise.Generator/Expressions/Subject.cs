using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <summary>What a pattern is matched against: a value, or a tuple of them.</summary>
internal readonly record struct Subject(Expression? Value, IReadOnlyList<Subject>? Items)
{
    /// <summary>Whether it, or a part of a tuple, may be null.</summary>
    public bool MayBeNull => Value is { } value ? value.MayBeNull() : Items!.Any(static item => item.MayBeNull);

    /// <summary>The value where the pattern around it has matched: what it is read from is not null there. It is what a variable of the pattern stands for.</summary>
    public Expression? WhereMatched { get; init; } = Value;

    public static implicit operator Subject(Expression value) => new(value, null);
}
