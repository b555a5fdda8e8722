using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>One predicate <c>[a]</c>. A number selects the item at that index; any other expression keeps the items for which it is true.</summary>
internal sealed class Predicate
{
    private readonly Operation _condition;
    private readonly double? _index;

    public Predicate(Operation condition)
    {
        _condition = condition;
        _index = condition is ConstantOperation { Value: JsonNumber number } ? Math.Floor(number.ToDouble()) : null;
    }

    /// <summary>Filters a value. The result is a sequence that has not collapsed. A single item that is not an array may be returned in place of its sequence.</summary>
    public JsonValue? Apply(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var array = input as JsonArray;
        if (array is not null && (array.Traits & PathTuple.StreamTrait) != 0)
        {
            return ApplyToTuples(array, frame, evaluation);
        }

        if (_index is { } index)
        {
            return (array is not null ? At(array, index) : index is 0 or -1 ? input : null) ?? Sequences.Empty;
        }

        if (array is null)
        {
            var times = Keeps(input, 0, 1, frame, evaluation);
            return times == 0 ? Sequences.Empty : input is null ? null : times == 1 ? input : Sequences.Create([.. Enumerable.Repeat(input, times)]);
        }

        var builder = new SequenceBuilder(evaluation);
        var items = array.Items;
        if (_condition.GivesBoolean)
        {
            foreach (var item in items)
            {
                evaluation.Step();
                if (_condition.IsTrue(item, frame, evaluation))
                {
                    builder.Add(item);
                }
            }
        }
        else
        {
            for (var i = 0; i < items.Length; i++)
            {
                evaluation.Step();
                for (var left = Keeps(items[i], i, items.Length, frame, evaluation); left > 0; left--)
                {
                    builder.Add(items[i]);
                }
            }
        }

        return builder.ToSequence();
    }

    private static JsonValue? At(JsonArray array, double index)
    {
        if (index < 0)
        {
            index += array.Count;
        }

        return index >= 0 && index < array.Count ? array.Items[(int)index] : null;
    }

    private JsonArray ApplyToTuples(JsonArray stream, Frame frame, Evaluation evaluation)
    {
        if (_index is { } index)
        {
            return At(stream, index) is { } found ? new JsonArray([found], PathTuple.StreamTrait) : new JsonArray([], PathTuple.StreamTrait);
        }

        var builder = new SequenceBuilder(evaluation);
        for (var i = 0; i < stream.Count; i++)
        {
            evaluation.Step();
            var tuple = (PathTuple)stream.Items[i];
            for (var times = Keeps(tuple.Item, i, stream.Count, tuple.Enter(frame), evaluation); times > 0; times--)
            {
                builder.Add(tuple);
            }
        }

        return builder.ToArray(PathTuple.StreamTrait);
    }

    /// <summary>How many times an item is kept, because several numbers may select its index.</summary>
    private int Keeps(JsonValue? item, int place, int count, Frame frame, Evaluation evaluation)
    {
        if (_condition.GivesBoolean)
        {
            return _condition.IsTrue(item, frame, evaluation) ? 1 : 0;
        }

        var result = _condition.Evaluate(item, frame, evaluation);
        switch (result)
        {
            case JsonNumber number:
                return IsAt(number, place, count) ? 1 : 0;
            case JsonArray array when AreNumbers(array, evaluation):
                var times = 0;
                foreach (var number in array.Items)
                {
                    times += IsAt((JsonNumber)number, place, count) ? 1 : 0;
                }

                return times;
            case NonFinite:
                // No item has that index.
                return 0;
            default:
                return Conversion.ToBoolean(result, evaluation) ? 1 : 0;
        }
    }

    private static bool AreNumbers(JsonArray array, Evaluation evaluation)
    {
        foreach (var item in array.Items)
        {
            evaluation.Step();
            if (item is not JsonNumber)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAt(JsonNumber number, int place, int count)
    {
        var index = Math.Floor(number.ToDouble());
        return (index < 0 ? index + count : index) == place;
    }
}

/// <summary>Predicates after an expression that is not a step of a path.</summary>
internal sealed class FilterOperation(Operation inner, Predicate[] predicates) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(Filter(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
        => Filter(input, frame, evaluation) switch
        {
            null => Sequences.Empty,
            JsonArray array => array,
            var item => Sequences.Create(item),
        };

    private JsonValue? Filter(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var value = inner.EvaluateRaw(input, frame, evaluation);
        foreach (var predicate in predicates)
        {
            value = predicate.Apply(value, frame, evaluation);
        }

        return value;
    }
}
