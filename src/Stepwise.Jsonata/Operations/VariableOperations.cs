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

/// <summary>A parameter of a function, or another variable that is bound in any case.</summary>
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

/// <summary>A variable that may or may not be bound where it is looked for first.</summary>
internal sealed class VariableOperation(string name, Scope.Place[] places) : Operation
{
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

        return evaluation.Lookup(name);
    }
}

/// <summary>A variable that the expression does not bind: a binding of the options, or a function.</summary>
internal sealed class GlobalOperation(string name) : Operation
{
    private readonly JsonataFunction? _library = Evaluation.LibraryFunction(name);

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation) => evaluation.LookupBinding(name) ?? _library;
}
