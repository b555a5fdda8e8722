using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The functions that a path can end with, such as <c>$.items.length()</c>.</summary>
internal static class PathFunctions
{
    public static JsonValue Apply(FunctionSegment function, JsonValue value) => function.Name switch
    {
        "length" or "size" => Length(value),
        "keys" => value is JsonObject @object ? new JsonArray(@object.Members.Select(member => (JsonValue)member.Name)) : JsonNull.Instance,
        "first" => At(function, value, 0),
        "last" => At(function, value, -1),
        "index" when int.TryParse(function.Arguments, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) => At(function, value, index),
        "min" => Number(function, Numbers(function, value).Min()),
        "max" => Number(function, Numbers(function, value).Max()),
        "sum" => Number(function, Numbers(function, value).Sum()),
        "avg" => Number(function, Numbers(function, value).Average()),
        "stddev" => Number(function, Deviation(Numbers(function, value))),
        "concat" when function.Arguments.Length == 0 => string.Concat(Items(function, value).OfType<JsonString>().Select(text => text.Value)),
        "index" or "concat" or "append" => throw Failure($"Arguments of the function {function.Name}() are not evaluated."),
        _ => throw Failure($"Function with name: {function.Name} does not exist."),
    };

    private static JsonValue Length(JsonValue value) => value switch
    {
        JsonArray array => array.Count,
        JsonObject @object => @object.Count,
        _ => JsonNull.Instance,
    };

    private static JsonValue At(FunctionSegment function, JsonValue value, int index)
    {
        var items = Items(function, value);
        var place = index < 0 ? items.Count + index : index;
        return place >= 0 && place < items.Count ? items[place] : throw Failure($"Target index:{index.ToString(CultureInfo.InvariantCulture)} larger than object count:{items.Count.ToString(CultureInfo.InvariantCulture)}");
    }

    private static List<double> Numbers(FunctionSegment function, JsonValue value)
    {
        var numbers = Items(function, value).OfType<JsonNumber>().Select(number => number.ToDouble()).ToList();
        return numbers.Count > 0 ? numbers : throw Failure("Aggregation function attempted to calculate value using empty array");
    }

    private static double Deviation(List<double> numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
    }

    private static JsonValue Number(FunctionSegment function, double value) => double.IsFinite(value) ? value : throw Failure($"The result of {function.Name}() is too large.");

    private static JsonArray Items(FunctionSegment function, JsonValue value) => value as JsonArray ?? throw Failure($"The function {function.Name}() takes an array, but was given: {JsonText.ToJavaText(value)}");

    private static EvaluationException Failure(string reason) => new(ErrorNames.Runtime, reason);
}
