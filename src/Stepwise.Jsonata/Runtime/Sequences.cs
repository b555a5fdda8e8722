using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Functions on sequences: arrays that paths and functions return, and that collapse to their only item.</summary>
internal static class Sequences
{
    /// <summary>A sequence without items.</summary>
    public static JsonArray Empty { get; } = new([], JsonArrayTraits.Sequence);

    /// <summary>Creates a sequence that takes over the items: the caller must not change them afterwards.</summary>
    public static JsonArray Create(JsonValue[] items) => items.Length == 0 ? Empty : new(items, JsonArrayTraits.Sequence);

    /// <summary>Creates a sequence of one item.</summary>
    public static JsonArray Create(JsonValue item) => new([item], JsonArrayTraits.Sequence);

    /// <summary>Whether a value is a sequence and not an array of data.</summary>
    public static bool IsSequence(JsonValue? value) => value is JsonArray array && (array.Traits & JsonArrayTraits.Sequence) != 0;

    /// <summary>Collapses a sequence at the end of its expression. An empty sequence becomes null, and a sequence of one item becomes the item. Other values do not change.</summary>
    public static JsonValue? Collapse(JsonValue? value)
        => value is JsonArray array && (array.Traits & JsonArrayTraits.Sequence) != 0 && array.Count < 2 ? Collapse(array) : value;

    /// <summary>Collapses an empty sequence, and marks others so that they do not collapse later, as <c>[]</c> demands.</summary>
    public static JsonValue? CollapseKeeping(JsonValue? value)
    {
        if (value is not JsonArray array || (array.Traits & JsonArrayTraits.Sequence) == 0)
        {
            return value;
        }

        return array.Count == 0 ? null : WithTraits(array, array.Traits | JsonArrayTraits.KeepSingleton);
    }

    /// <summary>Returns an array of the same items with other traits.</summary>
    public static JsonArray WithTraits(JsonArray array, JsonArrayTraits traits) => array.Traits == traits ? array : new(array.Items, traits);

    /// <summary>Returns an array of the items of both values, as <c>$append</c> does.</summary>
    public static JsonValue? Append(JsonValue? first, JsonValue? second, Evaluation evaluation)
    {
        if (first is null)
        {
            return second;
        }

        if (second is null)
        {
            return first;
        }

        var left = first as JsonArray;
        var right = second as JsonArray;
        var leftCount = left?.Count ?? 1;
        var rightCount = right?.Count ?? 1;
        evaluation.Allocate((long)leftCount + rightCount);
        var items = new JsonValue[leftCount + rightCount];
        if (left is null)
        {
            items[0] = first;
        }
        else
        {
            left.Items.CopyTo(items, 0);
        }

        if (right is null)
        {
            items[leftCount] = second;
        }
        else
        {
            right.Items.CopyTo(items, leftCount);
        }

        // JSONata's concatenation returns a plain array, not a sequence.
        return new JsonArray(items, JsonArrayTraits.None);
    }

    private static JsonValue? Collapse(JsonArray sequence)
        => sequence.Count == 0 ? null : (sequence.Traits & JsonArrayTraits.KeepSingleton) != 0 ? sequence : sequence.Items[0];
}
