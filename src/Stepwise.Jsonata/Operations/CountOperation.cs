using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>Counts an evaluation and the evaluations in which it nests. Only an expression that may nest too deeply is compiled with it.</summary>
/// <param name="inner">The operation.</param>
/// <param name="levels">2 if the operation evaluates something that is not counted by itself: a constant or the name of a step. Otherwise 1.</param>
internal sealed class CountOperation(Operation inner, int levels) : Operation
{
    public override bool GivesBoolean => inner.GivesBoolean;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        evaluation.Nest(levels);
        var result = inner.Evaluate(input, frame, evaluation);
        evaluation.Unnest();
        return result;
    }

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        evaluation.Nest(levels);
        var result = inner.EvaluateRaw(input, frame, evaluation);
        evaluation.Unnest();
        return result;
    }
}
