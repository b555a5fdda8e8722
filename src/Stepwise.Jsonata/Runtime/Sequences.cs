using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Sequences: arrays that paths and functions give, which collapse to their only item.</summary>
internal static class Sequences
{
    /// <summary>The sequence without items.</summary>
    public static JsonArray Empty { get; } = new([], JsonArrayTraits.Sequence);

    /// <summary>A sequence over items that nobody else changes.</summary>
    public static JsonArray Create(JsonValue[] items) => items.Length == 0 ? Empty : new(items, JsonArrayTraits.Sequence);

    /// <summary>A sequence of one item.</summary>
    public static JsonArray Create(JsonValue item) => new([item], JsonArrayTraits.Sequence);

    /// <summary>Whether a value is a sequence, not an array of data.</summary>
    public static bool IsSequence(JsonValue? value) => value is JsonArray array && (array.Traits & JsonArrayTraits.Sequence) != 0;

    /// <summary>What a sequence comes to where its expression ends: nothing if it is empty, its item if it has one, itself otherwise. Other values are what they are.</summary>
    public static JsonValue? Collapse(JsonValue? value)
        => value is JsonArray array && (array.Traits & JsonArrayTraits.Sequence) != 0 && array.Count < 2 ? Collapse(array) : value;

    /// <summary>The same, where <c>[]</c> keeps a sequence of one.</summary>
    public static JsonValue? CollapseKeeping(JsonValue? value)
    {
        if (value is not JsonArray array || (array.Traits & JsonArrayTraits.Sequence) == 0)
        {
            return value;
        }

        return array.Count == 0 ? null : WithTraits(array, array.Traits | JsonArrayTraits.KeepSingleton);
    }

    /// <summary>The same items with other traits.</summary>
    public static JsonArray WithTraits(JsonArray array, JsonArrayTraits traits) => array.Traits == traits ? array : new(array.Items, traits);

    /// <summary>The items of both, one after the other, as <c>$append</c> gives them.</summary>
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

        // Concatenation gives a plain array.
        return new JsonArray(items, JsonArrayTraits.None);
    }

    private static JsonValue? Collapse(JsonArray sequence)
        => sequence.Count == 0 ? null : (sequence.Traits & JsonArrayTraits.KeepSingleton) != 0 ? sequence : sequence.Items[0];
}
