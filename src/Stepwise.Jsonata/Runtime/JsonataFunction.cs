using System.Runtime.CompilerServices;
using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A function as a value. It lives only inside an evaluation; results are cleaned of it.</summary>
internal abstract class JsonataFunction : JsonValue
{
    /// <summary>The seventh kind, which JSON does not have.</summary>
    public const JsonKind FunctionKind = (JsonKind)6;

    public sealed override JsonKind Kind => FunctionKind;

    /// <summary>How many arguments it takes.</summary>
    public abstract int Arity { get; }

    /// <summary>Calls the function.</summary>
    /// <param name="arguments">The arguments; null is nothing. The function may keep the array.</param>
    /// <param name="input">The context item of the call.</param>
    /// <param name="evaluation">The evaluation in which it is called.</param>
    /// <returns>The result, which may be a sequence that has not collapsed; null is nothing.</returns>
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
