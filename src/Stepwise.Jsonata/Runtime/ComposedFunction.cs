using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary><c>f ~&gt; g</c>: calls the first function, and the second one with its result.</summary>
internal sealed class ComposedFunction(JsonataFunction first, JsonataFunction second) : JsonataFunction
{
    public override int Arity => 1;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        evaluation.Enter();
        var between = Sequences.Collapse(first.Invoke(arguments.Length > 0 ? arguments[0] : null, JsonNull.Instance, evaluation));
        var result = second.Invoke(between, JsonNull.Instance, evaluation);
        evaluation.Leave();
        return result;
    }
}
