using System.Runtime.CompilerServices;
using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A function as a value. Functions exist only during an evaluation: they are removed from its result.</summary>
internal abstract class JsonataFunction : JsonValue
{
    /// <summary>A seventh kind of value, which JSON does not have.</summary>
    public const JsonKind FunctionKind = (JsonKind)6;

    public sealed override JsonKind Kind => FunctionKind;

    /// <summary>How many arguments the function has.</summary>
    public abstract int Arity { get; }

    /// <summary>Calls the function.</summary>
    /// <param name="arguments">The arguments; null means no value. The function may keep the array.</param>
    /// <param name="input">The context item of the call.</param>
    /// <param name="evaluation">The current evaluation.</param>
    /// <returns>The result, which may be a sequence that has not collapsed; null means no value.</returns>
    public abstract JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation);

    /// <summary>Calls the function with one argument.</summary>
    public virtual JsonValue? Invoke(JsonValue? a, JsonValue? input, Evaluation evaluation) => Invoke([a], input, evaluation);

    /// <summary>Calls the function with two arguments.</summary>
    public virtual JsonValue? Invoke(JsonValue? a, JsonValue? b, JsonValue? input, Evaluation evaluation) => Invoke([a, b], input, evaluation);

    /// <summary>Calls the function with three arguments.</summary>
    public virtual JsonValue? Invoke(JsonValue? a, JsonValue? b, JsonValue? c, JsonValue? input, Evaluation evaluation) => Invoke([a, b, c], input, evaluation);

    public sealed override bool Equals(JsonValue? other) => ReferenceEquals(this, other);

    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
