using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>A path: each step is evaluated for every item of the step before.</summary>
internal sealed class PathOperation : Operation
{
    private readonly PathStep[] _steps;
    private readonly int _firstTupleStep;
    private readonly Scope? _tupleScope;

    /// <summary>Creates a path.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="tupleScope">The variables that the steps bind; null if no step binds one.</param>
    public PathOperation(PathStep[] steps, Scope? tupleScope)
    {
        _steps = steps;
        _tupleScope = tupleScope;
        _firstTupleStep = Array.FindIndex(steps, s => s.IsTuple);
    }

    /// <summary>Whether the first step is a variable. It is evaluated once and not for each item of the input.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>Whether a sequence of one item does not collapse.</summary>
    public bool KeepsSingleton { get; init; }

    /// <summary>Whether the result is the stream of tuples, because the path around this one continues with it.</summary>
    public bool GivesTuples { get; init; }

    /// <summary>The group after the path; null if there is none.</summary>
    public Grouping? Group { get; init; }

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(Walk(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
        => Walk(input, frame, evaluation) switch
        {
            null => Sequences.Empty,
            JsonArray array => array,
            JsonValue item when Group is null => Sequences.Create(item),
            var grouped => grouped,
        };

    /// <summary>Evaluates the steps. As long as there is only one item, no sequence is created for it.</summary>
    private JsonValue? Walk(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var item = input;
        JsonArray? items = null;
        if (!IsAbsolute && input is JsonArray)
        {
            items = (JsonArray)input;
        }

        // Whether the item is an array that the last step returned, and not the only item of a sequence.
        var isWhole = false;
        for (var i = 0; i < _steps.Length; i++)
        {
            if (i == _firstTupleStep)
            {
                return Finish(WalkTuples(i, items?.Items ?? [item!], frame, evaluation), frame, evaluation);
            }

            var step = _steps[i];
            var isLast = i == _steps.Length - 1;
            isWhole = false;
            if (i == 0 && step.IsConstructedArray)
            {
                items = step.Operation!.Evaluate(items ?? Sequences.Create(item!), frame, evaluation) as JsonArray;
            }
            else if (step.Sort is { } sort)
            {
                var sorted = sort.Sort(items ?? Sequences.Create(item!), frame, evaluation);
                items = step.ApplyPredicates(sorted, frame, evaluation) switch
                {
                    null => null,
                    JsonArray array => array,
                    var one => Sequences.Create(one),
                };
            }
            else if (items is null)
            {
                var result = step.Evaluate(item, frame, evaluation);
                if (result is JsonArray array && (array.Traits & JsonArrayTraits.Constructed) == 0)
                {
                    if (isLast && (array.Traits & JsonArrayTraits.Sequence) == 0)
                    {
                        item = array;
                        isWhole = true;
                    }
                    else if (array.Count == 1)
                    {
                        item = array.Items[0];
                    }
                    else
                    {
                        items = Sequences.WithTraits(array, JsonArrayTraits.Sequence);
                    }
                }
                else
                {
                    isWhole = isLast && result is JsonArray;
                    item = result;
                    if (item is null)
                    {
                        break;
                    }
                }
            }
            else
            {
                item = TakeStep(step, isLast, ref items, ref isWhole, frame, evaluation);
            }

            if (items is { Count: 0 } || (items is null && item is null))
            {
                item = null;
                break;
            }
        }

        if (items is null && item is null && Group is null)
        {
            return null;
        }

        return isWhole || items is null ? FinishItem(item, isWhole, frame, evaluation) : Finish(items, frame, evaluation);
    }

    /// <summary>Evaluates a step for each of several items. A single result is returned, several are in <paramref name="items"/>.</summary>
    private static JsonValue? TakeStep(PathStep step, bool isLast, ref JsonArray? items, ref bool isWhole, Frame frame, Evaluation evaluation)
    {
        var builder = new SequenceBuilder(evaluation);
        var count = 0;
        JsonValue? only = null;
        foreach (var from in items!.Items)
        {
            evaluation.Step();
            var result = step.Evaluate(from, frame, evaluation);
            if (result is null)
            {
                continue;
            }

            count++;
            only = result;
            if (result is JsonArray array && (array.Traits & JsonArrayTraits.Constructed) == 0)
            {
                builder.AddFlat(array);
            }
            else
            {
                builder.Add(result);
            }
        }

        if (isLast && count == 1 && only is JsonArray whole && (whole.Traits & JsonArrayTraits.Sequence) == 0)
        {
            builder.Discard();
            items = null;
            isWhole = true;
            return whole;
        }

        if (builder.Count <= 1)
        {
            items = null;
            return builder.ToCollapsed();
        }

        items = builder.ToSequence();
        return null;
    }

    private JsonValue? FinishItem(JsonValue? item, bool isWhole, Frame frame, Evaluation evaluation)
    {
        if (KeepsSingleton && item is not null && (!isWhole || (((JsonArray)item).Traits & JsonArrayTraits.Constructed) != 0))
        {
            item = new JsonArray([item], JsonArrayTraits.Sequence | JsonArrayTraits.KeepSingleton);
            isWhole = true;
        }

        if (Group is null)
        {
            return item;
        }

        return Group.Evaluate(item is JsonArray && !isWhole ? Sequences.Create(item) : item, GroupFrame(frame), evaluation);
    }

    private JsonValue? Finish(JsonArray items, Frame frame, Evaluation evaluation)
    {
        if (Group is not null && (items.Traits & PathTuple.StreamTrait) != 0)
        {
            return Group.Evaluate(items, frame, evaluation);
        }

        if (_firstTupleStep >= 0 && !GivesTuples)
        {
            var builder = new SequenceBuilder(evaluation);
            foreach (var tuple in items.Items)
            {
                builder.Add(((PathTuple)tuple).Item);
            }

            items = builder.ToSequence();
        }

        if (KeepsSingleton)
        {
            items = (items.Traits & (JsonArrayTraits.Constructed | JsonArrayTraits.Sequence)) == JsonArrayTraits.Constructed
                ? new JsonArray([items], JsonArrayTraits.Sequence | JsonArrayTraits.KeepSingleton)
                : Sequences.WithTraits(items, items.Traits | JsonArrayTraits.KeepSingleton);
        }

        return Group is null ? items : Group.Evaluate(items, GroupFrame(frame), evaluation);
    }

    /// <summary>Groups a stream of tuples. The keys and values see the tuples' variables, unless the path ended before the stream began.</summary>
    private Frame GroupFrame(Frame frame) => _tupleScope is null ? frame : new(frame, new JsonValue?[_tupleScope.SlotCount]);

    private JsonArray WalkTuples(int first, JsonValue?[] input, Frame frame, Evaluation evaluation)
    {
        JsonArray? tuples = null;
        for (var i = first; i < _steps.Length; i++)
        {
            var step = _steps[i];
            if (step.Sort is { } sort)
            {
                tuples = SortTuples(step, sort, tuples, input, frame, evaluation);
            }
            else if (i == 0 && step.IsConstructedArray)
            {
                // The items of an array constructor become tuples only at the next step.
                if (step.Operation!.Evaluate(Sequences.Create([.. input.OfType<JsonValue>()]), frame, evaluation) is JsonArray array)
                {
                    input = array.Items;
                }

                continue;
            }
            else
            {
                tuples = TakeTupleStep(step, tuples, input, frame, evaluation);
            }

            tuples = step.ApplyStages(tuples, frame, evaluation);
        }

        return tuples ?? new JsonArray([], PathTuple.StreamTrait);
    }

    private JsonArray SortTuples(PathStep step, SortOperation sort, JsonArray? tuples, JsonValue?[] input, Frame frame, Evaluation evaluation)
    {
        if (tuples is not null)
        {
            return Sequences.WithTraits(sort.Sort(tuples, frame, evaluation), PathTuple.StreamTrait);
        }

        var sorted = sort.Sort(Sequences.Create([.. input.OfType<JsonValue>()]), frame, evaluation);
        var stream = new JsonValue[sorted.Count];
        for (var i = 0; i < stream.Length; i++)
        {
            var slots = new JsonValue?[_tupleScope!.SlotCount];
            if (step.IndexSlot >= 0)
            {
                slots[step.IndexSlot] = Numbers.Of(i);
            }

            stream[i] = new PathTuple(sorted[i], slots, _tupleScope);
        }

        return new JsonArray(stream, PathTuple.StreamTrait);
    }

    private JsonArray TakeTupleStep(PathStep step, JsonArray? tuples, JsonValue?[] input, Frame frame, Evaluation evaluation)
    {
        var builder = new SequenceBuilder(evaluation);
        var count = tuples?.Count ?? input.Length;
        var none = tuples is null ? new JsonValue?[_tupleScope!.SlotCount] : [];
        for (var i = 0; i < count; i++)
        {
            evaluation.Step();
            var from = (PathTuple?)tuples?.Items[i];
            var item = from is null ? input[i] : from.Item;
            var slots = from is null ? none : from.Slots;
            var result = step.EvaluateOperation(item, new Frame(frame, slots), evaluation);
            if (result is JsonArray array)
            {
                var isStream = PathTuple.IsStream(array);
                for (var place = 0; place < array.Count; place++)
                {
                    builder.Add(isStream ? Merge(slots, (PathTuple)array.Items[place]) : Bind(step, slots, item, array.Items[place], place));
                }
            }
            else if (result is not null)
            {
                builder.Add(Bind(step, slots, item, result, 0));
            }
        }

        return builder.ToArray(PathTuple.StreamTrait);
    }

    private PathTuple Merge(JsonValue?[] slots, PathTuple inner)
    {
        var merged = new PathTuple(inner.Item, (JsonValue?[])slots.Clone(), _tupleScope!);
        merged.TakeOver(inner);
        return merged;
    }

    private PathTuple Bind(PathStep step, JsonValue?[] slots, JsonValue? from, JsonValue to, int place)
    {
        var bound = (JsonValue?[])slots.Clone();
        var item = to;
        if (step.FocusSlot >= 0)
        {
            bound[step.FocusSlot] = to;
            item = from!;
        }

        if (step.IndexSlot >= 0)
        {
            bound[step.IndexSlot] = Numbers.Of(place);
        }

        if (step.AncestorSlot >= 0)
        {
            bound[step.AncestorSlot] = from;
        }

        return new PathTuple(item, bound, _tupleScope!);
    }
}
