using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>A part of an expression, made ready to be evaluated. It holds nothing that an evaluation changes.</summary>
internal abstract class Operation
{
    /// <summary>Whether it gives a boolean or nothing.</summary>
    public virtual bool GivesBoolean => false;

    /// <summary>Evaluates the operation; a sequence has collapsed.</summary>
    /// <param name="input">The context item; null is nothing.</param>
    /// <param name="frame">The variables.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>The result; null is nothing.</returns>
    public abstract JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation);

    /// <summary>Evaluates the operation; a sequence has not collapsed.</summary>
    public virtual JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation) => Evaluate(input, frame, evaluation);

    /// <summary>Whether the result counts as true.</summary>
    public virtual bool IsTrue(JsonValue? input, Frame frame, Evaluation evaluation) => Conversion.ToBoolean(Evaluate(input, frame, evaluation), evaluation);
}
