using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions that call a function for each item or member.</summary>
internal static class HigherOrderFunctions
{
    public static NativeFunction[] All { get; } =
    [
        new("map", "<af>", Map, 2),
        new("filter", "<af>", Filter, 2),
        new("single", "<af?>", Single, 2),
        new("reduce", "<afj?:j>", Reduce, 3),
        new("sort", "<af?:a>", Sort, 2),
        new("each", "<o-f:a>", Each, 2),
        new("sift", "<o-f?:o>", Sift, 2),
    ];

    private static JsonArray? Map(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var function = Function(arguments[1]);
        var results = new SequenceBuilder(evaluation);
        var items = array.Items;
        for (var i = 0; i < items.Length; i++)
        {
            evaluation.Step();
            results.Add(Call(function, items[i], i, array, evaluation));
        }

        return results.ToSequence();
    }

    private static JsonArray? Filter(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var function = Function(arguments[1]);
        var results = new SequenceBuilder(evaluation);
        var items = array.Items;
        for (var i = 0; i < items.Length; i++)
        {
            evaluation.Step();
            if (Conversion.ToBoolean(Call(function, items[i], i, array, evaluation), evaluation))
            {
                results.Add(items[i]);
            }
        }

        return results.ToSequence();
    }

    private static JsonValue? Single(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        JsonValue? found = null;
        for (var i = 0; i < array.Count; i++)
        {
            evaluation.Step();
            if (arguments[1] is null || Conversion.ToBoolean(Call(Function(arguments[1]), array[i], i, array, evaluation), evaluation))
            {
                found = found is null ? array[i] : throw new JsonataException("D3138") { Index = i };
            }
        }

        return found ?? throw new JsonataException("D3139");
    }

    private static JsonValue? Reduce(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var function = Function(arguments[1]);
        if (function.Arity < 2)
        {
            throw new JsonataException("D3050") { Index = 1 };
        }

        var result = arguments[2];
        var i = 0;
        if (result is null && array.Count > 0)
        {
            result = array[0];
            i = 1;
        }

        for (; i < array.Count; i++)
        {
            evaluation.Step();
            result = function.Arity switch
            {
                2 => function.Invoke(result, array[i], JsonNull.Instance, evaluation),
                3 => function.Invoke(result, array[i], Numbers.Of(i), JsonNull.Instance, evaluation),
                _ => function.Invoke([result, array[i], Numbers.Of(i), array], JsonNull.Instance, evaluation),
            };
        }

        return result;
    }

    private static JsonArray? Sort(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } array)
        {
            return arguments[0] as JsonArray;
        }

        evaluation.Allocate(array.Count);
        var items = (JsonValue[])array.Items.Clone();
        if (arguments[1] is not null)
        {
            MergeSort(items, new JsonValue[items.Length], 0, items.Length, Function(arguments[1]), evaluation);
        }
        else if (Array.TrueForAll(items, static item => item is JsonNumber))
        {
            // Array.Sort is not stable, but equal numbers cannot be told apart.
            Array.Sort(Array.ConvertAll(items, static item => ((JsonNumber)item).ToDouble()), items);
        }
        else if (Array.TrueForAll(items, static item => item is JsonString))
        {
            Array.Sort(Array.ConvertAll(items, static item => ((JsonString)item).Value), items, StringComparer.Ordinal);
        }
        else
        {
            throw new JsonataException("D3070") { Index = 1 };
        }

        return new(items, JsonArrayTraits.None);
    }

    /// <summary>Sorts a part of an array. The function returns whether its first argument comes after its second.</summary>
    private static void MergeSort(JsonValue[] items, JsonValue[] buffer, int start, int end, JsonataFunction isBehind, Evaluation evaluation)
    {
        if (end - start < 2)
        {
            return;
        }

        var middle = start + ((end - start) / 2);
        MergeSort(items, buffer, start, middle, isBehind, evaluation);
        MergeSort(items, buffer, middle, end, isBehind, evaluation);
        Array.Copy(items, start, buffer, start, end - start);
        var left = start;
        var right = middle;
        for (var at = start; at < end; at++)
        {
            evaluation.Step();
            var takesRight = left == middle || (right < end && IsTruthy(isBehind.Invoke(buffer[left], buffer[right], JsonNull.Instance, evaluation)));
            items[at] = takesRight ? buffer[right++] : buffer[left++];
        }
    }

    private static JsonArray? Each(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        var results = new SequenceBuilder(evaluation);
        if (arguments[0] is JsonObject @object)
        {
            var function = Function(arguments[1]);
            foreach (var member in @object.MemberArray)
            {
                evaluation.Step();
                results.Add(Call(function, member, @object, evaluation));
            }
        }

        return results.ToSequence();
    }

    private static JsonObject? Sift(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (arguments[0] is not JsonObject @object)
        {
            return null;
        }

        var members = new List<JsonMember>();
        foreach (var member in @object.MemberArray)
        {
            evaluation.Step();
            if (Conversion.ToBoolean(Call(Function(arguments[1]), member, @object, evaluation), evaluation))
            {
                members.Add(new(member.Name, member.Value));
            }
        }

        return members.Count == 0 ? null : new([.. members]);
    }

    /// <summary>Calls a function with an item and, if it has more parameters, with the index and the array.</summary>
    private static JsonValue? Call(JsonataFunction function, JsonValue item, int index, JsonArray array, Evaluation evaluation) => function.Arity switch
    {
        < 2 => function.Invoke(item, JsonNull.Instance, evaluation),
        2 => function.Invoke(item, Numbers.Of(index), JsonNull.Instance, evaluation),
        _ => function.Invoke(item, Numbers.Of(index), array, JsonNull.Instance, evaluation),
    };

    private static JsonValue? Call(JsonataFunction function, JsonMember member, JsonObject @object, Evaluation evaluation) => function.Arity switch
    {
        < 2 => function.Invoke(member.Value, JsonNull.Instance, evaluation),
        2 => function.Invoke(member.Value, new JsonString(member.Name), JsonNull.Instance, evaluation),
        _ => function.Invoke(member.Value, new JsonString(member.Name), @object, JsonNull.Instance, evaluation),
    };

    private static JsonataFunction Function(JsonValue? value) => value as JsonataFunction ?? throw new JsonataException("T1006");

    /// <summary>Whether a value is true in JavaScript. Unlike in JSONata, every array and object is true.</summary>
    private static bool IsTruthy(JsonValue? value) => value switch
    {
        null or JsonNull => false,
        JsonBoolean boolean => boolean.Value,
        JsonNumber number => number.ToDouble() != 0,
        JsonString text => text.Value.Length > 0,
        NonFinite number => !double.IsNaN(number.Value),
        _ => true,
    };
}
