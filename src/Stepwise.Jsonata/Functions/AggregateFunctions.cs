using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions that aggregate numbers.</summary>
internal static class AggregateFunctions
{
    public static NativeFunction[] All { get; } =
    [
        new("sum", "<a<n>:n>", static (a, _, _) => a[0] is JsonArray numbers ? Numbers.Of(Sum(numbers)) : null, 1) { ShortWay = SumOfNumbers },
        new("count", "<a:n>", static (a, _, _) => Numbers.Of(a[0] is JsonArray items ? items.Count : 0), 1),
        new("max", "<a<n>:n>", static (a, _, _) => Extreme(a[0], sign: 1), 1),
        new("min", "<a<n>:n>", static (a, _, _) => Extreme(a[0], sign: -1), 1),
        new("average", "<a<n>:n>", static (a, _, _) => a[0] is JsonArray { Count: > 0 } numbers ? Numbers.Of(Sum(numbers) / numbers.Count) : null, 1),
    ];

    private static double Sum(JsonArray numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers.Items)
        {
            sum += ((JsonNumber)number).ToDouble();
        }

        return sum;
    }

    /// <summary>Returns the sum of an array of numbers; null for any other value.</summary>
    private static JsonValue? SumOfNumbers(JsonValue value)
    {
        if (value is not JsonArray numbers)
        {
            return null;
        }

        var sum = 0.0;
        foreach (var item in numbers.Items)
        {
            if (item is not JsonNumber number)
            {
                return null;
            }

            sum += number.ToDouble();
        }

        return Numbers.Of(sum);
    }

    private static JsonNumber? Extreme(JsonValue? value, int sign)
    {
        if (value is not JsonArray { Count: > 0 } numbers)
        {
            return null;
        }

        var extreme = (JsonNumber)numbers[0];
        foreach (var number in numbers.Items)
        {
            if (((JsonNumber)number).ToDouble().CompareTo(extreme.ToDouble()) * sign > 0)
            {
                extreme = (JsonNumber)number;
            }
        }

        return extreme;
    }
}
