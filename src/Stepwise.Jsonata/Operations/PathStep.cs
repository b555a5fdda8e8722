using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>A step of a path.</summary>
internal sealed class PathStep
{
    /// <summary>The name that the step looks up; null if it is another expression.</summary>
    public string? Name { get; init; }

    /// <summary>The expression of the step; null for a name or a sort.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The sort terms of the step; null if it does not sort.</summary>
    public SortOperation? Sort { get; init; }

    /// <summary>The predicates and index bindings after the step, in order.</summary>
    public Stage[] Stages { get; init; } = [];

    public bool IsConstructedArray { get; init; }

    public bool IsTuple { get; init; }

    /// <summary>The slot of <c>@$name</c>; -1 if there is none.</summary>
    public int FocusSlot { get; init; } = -1;

    /// <summary>The slot of <c>#$name</c>; -1 if there is none.</summary>
    public int IndexSlot { get; init; } = -1;

    /// <summary>The slot for the step's input, which a <c>%</c> further right needs; -1 if none does.</summary>
    public int AncestorSlot { get; init; } = -1;

    /// <summary>Evaluates the step and its predicates for one item.</summary>
    public JsonValue? Evaluate(JsonValue? item, Frame frame, Evaluation evaluation)
    {
        var result = EvaluateOperation(item, frame, evaluation);
        return Stages.Length == 0 ? result : ApplyPredicates(result, frame, evaluation);
    }

    public JsonValue? EvaluateOperation(JsonValue? item, Frame frame, Evaluation evaluation)
    {
        if (Name is null)
        {
            return Operation!.Evaluate(item, frame, evaluation);
        }

        return item is JsonObject @object
            ? @object.TryGetValue(Name, out var value) ? Sequences.Collapse(value) : null
            : Sequences.Collapse(NameLookup.Find(item, Name, evaluation));
    }

    public JsonValue? ApplyPredicates(JsonValue? value, Frame frame, Evaluation evaluation)
    {
        foreach (var stage in Stages)
        {
            value = stage.Predicate?.Apply(value, frame, evaluation) ?? (stage.Predicate is null ? value : null);
        }

        return value;
    }

    public JsonArray ApplyStages(JsonArray tuples, Frame frame, Evaluation evaluation)
    {
        foreach (var stage in Stages)
        {
            if (stage.Predicate is { } predicate)
            {
                tuples = (JsonArray)predicate.Apply(tuples, frame, evaluation)!;
                continue;
            }

            for (var i = 0; i < tuples.Count; i++)
            {
                ((PathTuple)tuples.Items[i]).Slots[stage.IndexSlot] = Numbers.Of(i);
            }
        }

        return tuples;
    }

    /// <summary>A predicate, or the slot of an index.</summary>
    internal readonly record struct Stage(Predicate? Predicate, int IndexSlot);
}
