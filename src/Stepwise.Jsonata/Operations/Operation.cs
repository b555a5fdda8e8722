using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>A compiled part of an expression. It is immutable, so several evaluations can use it at the same time.</summary>
internal abstract class Operation
{
    /// <summary>Whether the result is always a boolean or null.</summary>
    public virtual bool GivesBoolean => false;

    /// <summary>Evaluates the operation. A sequence in the result has collapsed.</summary>
    /// <param name="input">The context item; null means no value.</param>
    /// <param name="frame">The variables.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>The result; null means no value.</returns>
    public abstract JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation);

    /// <summary>Evaluates the operation. A sequence in the result has not collapsed.</summary>
    public virtual JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation) => Evaluate(input, frame, evaluation);

    /// <summary>Evaluates the operation and returns whether the result counts as true.</summary>
    public virtual bool IsTrue(JsonValue? input, Frame frame, Evaluation evaluation) => Conversion.ToBoolean(Evaluate(input, frame, evaluation), evaluation);
}
