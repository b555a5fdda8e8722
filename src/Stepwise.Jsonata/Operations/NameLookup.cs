using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>Looks up a name in an object, or in all objects of an array.</summary>
internal static class NameLookup
{
    /// <summary>Returns the value of the member. For an array, returns a sequence of all values, which has not collapsed.</summary>
    public static JsonValue? Find(JsonValue? input, string name, Evaluation evaluation)
    {
        if (input is JsonObject @object)
        {
            return @object.TryGetValue(name, out var value) ? value : null;
        }

        if (input is not JsonArray array)
        {
            return null;
        }

        var builder = new SequenceBuilder(evaluation);
        Collect(array, name, builder, evaluation);
        return builder.ToSequence();
    }

    private static void Collect(JsonArray array, string name, SequenceBuilder builder, Evaluation evaluation)
    {
        foreach (var item in array.Items)
        {
            evaluation.Step();
            if (item is JsonObject @object)
            {
                if (@object.TryGetValue(name, out var value))
                {
                    builder.AddFlat(value);
                }
            }
            else if (item is JsonArray inner)
            {
                evaluation.Enter();
                Collect(inner, name, builder, evaluation);
                evaluation.Leave();
            }
        }
    }
}

/// <summary>A name that is not a step of a path.</summary>
internal sealed class NameOperation(string name) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
        => Sequences.Collapse(NameLookup.Find(input, name, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation) => NameLookup.Find(input, name, evaluation);
}
