using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions on arrays, except those that call a function.</summary>
internal static class ArrayFunctions
{
    public static NativeFunction[] All { get; } =
    [
        new("append", "<xx:a>", static (a, _, evaluation) => Sequences.Append(a[0], a[1], evaluation), 2),
        new("reverse", "<a:a>", Reverse, 1),
        new("shuffle", "<a:a>", Shuffle, 1),
        new("distinct", "<x:x>", Distinct, 1),
        new("zip", "<a+>", Zip, 0),
    ];

    private static JsonArray? Reverse(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } array)
        {
            return arguments[0] as JsonArray;
        }

        evaluation.Allocate(array.Count);
        var items = (JsonValue[])array.Items.Clone();
        Array.Reverse(items);
        return new(items, JsonArrayTraits.None);
    }

    private static JsonArray? Shuffle(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } array)
        {
            return arguments[0] as JsonArray;
        }

        evaluation.Allocate(array.Count);
        var items = (JsonValue[])array.Items.Clone();
        evaluation.Random.Shuffle(items);
        return new(items, JsonArrayTraits.None);
    }

    private static JsonValue? Distinct(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } array)
        {
            return arguments[0];
        }

        var seen = new HashSet<JsonValue>(new Likeness(evaluation));
        var distinct = new SequenceBuilder(evaluation);
        foreach (var item in array.Items)
        {
            evaluation.Step();
            if (seen.Add(item))
            {
                distinct.Add(item);
            }
        }

        return Sequences.IsSequence(array) ? distinct.ToSequence() : distinct.ToArray();
    }

    private static JsonArray Zip(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        var count = int.MaxValue;
        foreach (var argument in arguments)
        {
            count = Math.Min(count, argument is JsonArray array ? array.Count : 0);
        }

        evaluation.Allocate((long)count * arguments.Length);
        var tuples = new JsonValue[count];
        for (var i = 0; i < count; i++)
        {
            evaluation.Step();
            var tuple = new JsonValue[arguments.Length];
            for (var n = 0; n < tuple.Length; n++)
            {
                tuple[n] = ((JsonArray)arguments[n]!)[i];
            }

            tuples[i] = new JsonArray(tuple, JsonArrayTraits.None);
        }

        return new(tuples, JsonArrayTraits.None);
    }

    /// <summary>Compares values as JSONata does. Hash codes of arrays and objects do not visit nested values, which may be deep.</summary>
    private sealed class Likeness(Evaluation evaluation) : IEqualityComparer<JsonValue>
    {
        public bool Equals(JsonValue? x, JsonValue? y)
        {
            evaluation.Step();
            return ReferenceEquals(x, y) || Comparison.AreEqual(x!, y!, evaluation);
        }

        public int GetHashCode(JsonValue value) => value switch
        {
            JsonArray array => HashCode.Combine(array.Count, array.Count > 0 ? Shallow(array[0]) : 0),
            JsonObject @object => Shallow(@object),
            _ => Plain(value),
        };

        /// <summary>Numbers are equal as doubles.</summary>
        private static int Plain(JsonValue value) => value is JsonNumber number ? number.ToDouble().GetHashCode() : value.GetHashCode();

        private static int Shallow(JsonValue value) => value switch
        {
            JsonArray array => array.Count,

            // The order of members must not change the hash code.
            JsonObject @object => @object.MemberArray.Sum(static member => member.Name.Length + (member.Value is JsonString or JsonNumber ? Plain(member.Value) & 0xFFFFF : 0)),
            _ => Plain(value),
        };
    }
}
