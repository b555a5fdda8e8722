using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary><c>[a, b]</c>: flattens items that are sequences or arrays, except array constructors.</summary>
internal sealed class ArrayOperation(Operation[] items, bool[] areArrays, bool isConstructed) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        // The only item is a range, which is already an array. It is not copied.
        if (items.Length == 1 && !isConstructed && items[0] is RangeOperation)
        {
            return items[0].EvaluateRaw(input, frame, evaluation) is JsonArray range ? Sequences.WithTraits(range, JsonArrayTraits.None) : JsonArray.Empty;
        }

        var builder = new SequenceBuilder(evaluation);
        for (var i = 0; i < items.Length; i++)
        {
            var value = items[i].Evaluate(input, frame, evaluation);
            if (areArrays[i])
            {
                builder.Add(value);
            }
            else
            {
                builder.AddFlat(value);
            }
        }

        return builder.ToArray(isConstructed ? JsonArrayTraits.Constructed : JsonArrayTraits.None);
    }
}
