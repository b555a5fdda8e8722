using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary><c>$</c>, the context item.</summary>
internal sealed class ContextOperation : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
        => input is JsonArray { Count: > 0 } array && (array.Traits & JsonArrayTraits.Outer) != 0 ? array.Items[0] : input;
}

/// <summary><c>$$</c>, the input of the expression.</summary>
internal sealed class RootOperation : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(evaluation.Root);

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation) => evaluation.Root;
}

/// <summary>A parameter of a function, or another variable that is always bound.</summary>
internal sealed class SlotOperation(int hops, int slot) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var host = frame;
        for (var i = 0; i < hops; i++)
        {
            host = host.Parent!;
        }

        return host.Slots[slot];
    }
}

/// <summary>A variable that may be unbound in the innermost scope that declares it, so that outer scopes are searched as well.</summary>
/// <param name="name">The name without <c>$</c>.</param>
/// <param name="places">The slots that may have its value, from the innermost scope outwards.</param>
/// <param name="library">The library's function of that name, if there is one.</param>
internal sealed class VariableOperation(string name, Scope.Place[] places, JsonataFunction? library) : Operation
{
    /// <summary>The name without <c>$</c>.</summary>
    public string Name => name;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var host = frame;
        var at = 0;
        foreach (var place in places)
        {
            for (; at < place.Hops; at++)
            {
                host = host.Parent!;
            }

            var value = host.Slots[place.Slot];
            if (value is not null)
            {
                return ReferenceEquals(value, Frame.Nothing) ? null : value;
            }

            if (place.IsAlwaysBound)
            {
                return null;
            }
        }

        return evaluation.FindBinding(name) ?? library;
    }
}

/// <summary>A variable that the expression does not bind: a binding or a function of the options, or one of the library's functions.</summary>
/// <param name="name">The name without <c>$</c>.</param>
/// <param name="library">The library's function of that name, if there is one.</param>
internal sealed class GlobalOperation(string name, JsonataFunction? library) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation) => evaluation.FindBinding(name) ?? library;
}
