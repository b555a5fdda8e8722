using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary><c>*</c>: the values of all members, or the items of an array. Arrays among them are flattened.</summary>
internal sealed class WildcardOperation : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        if (input is JsonArray { Count: > 0 } wrapped && (wrapped.Traits & JsonArrayTraits.Outer) != 0)
        {
            input = wrapped.Items[0];
        }

        // If a value is an array, the result is a plain array, which does not collapse.
        var hasArray = false;
        var builder = new SequenceBuilder(evaluation);
        if (input is JsonObject @object)
        {
            foreach (var member in @object.MemberArray)
            {
                hasArray |= member.Value is JsonArray;
                Flatten(member.Value, builder, evaluation);
            }
        }
        else if (input is JsonArray array)
        {
            foreach (var item in array.Items)
            {
                hasArray |= item is JsonArray;
                Flatten(item, builder, evaluation);
            }
        }

        return hasArray ? builder.ToArray() : builder.ToSequence();
    }

    private static void Flatten(JsonValue value, SequenceBuilder builder, Evaluation evaluation)
    {
        evaluation.Step();
        if (value is not JsonArray array)
        {
            builder.Add(value);
            return;
        }

        evaluation.Enter();
        foreach (var item in array.Items)
        {
            Flatten(item, builder, evaluation);
        }

        evaluation.Leave();
    }
}

/// <summary><c>**</c>: the value and all values inside it, except the arrays themselves.</summary>
internal sealed class DescendantOperation : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        if (input is null)
        {
            return null;
        }

        var builder = new SequenceBuilder(evaluation);
        Collect(input, builder, evaluation);
        return builder.Count == 1 ? builder.ToCollapsed() : builder.ToSequence();
    }

    private static void Collect(JsonValue value, SequenceBuilder builder, Evaluation evaluation)
    {
        evaluation.Step();
        switch (value)
        {
            case JsonArray array:
                evaluation.Enter();
                foreach (var item in array.Items)
                {
                    Collect(item, builder, evaluation);
                }

                evaluation.Leave();
                break;
            case JsonObject @object:
                builder.Add(value);
                evaluation.Enter();
                foreach (var member in @object.MemberArray)
                {
                    Collect(member.Value, builder, evaluation);
                }

                evaluation.Leave();
                break;
            default:
                builder.Add(value);
                break;
        }
    }
}
